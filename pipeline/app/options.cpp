#include "app/options.h"

#include <iostream>
#include <utility>

#include "rules/diagnose.h"
#include "text/messages.h"

namespace boctach {
namespace {

namespace po = boost::program_options;

constexpr const char* inputs_name = "input";

// Set while describe() runs a command.
const std::function<void(const Options&)>* taker = nullptr;

std::string nearest_option(const std::string& name, const std::vector<std::string>& names) {
  const std::string near = nearest(name, names);
  return near.empty() ? say("see --help") : say("did you mean '{0}'?", {"--" + near});
}

}  // namespace

Options::Options(const std::string& usage, std::string examples) : usage_(say(usage)), examples_(std::move(examples)) {
  shown_.add_options()("help,h", say("show this help").c_str());
  // Taken from every line before its command sees it.
  shown_.add_options()("lang", po::value<std::string>()->value_name("vi|en"),
                       say("language of messages and help (default: that of the locale)").c_str());
}

void Options::add(const std::string& name, const std::string& value, const std::string& about) {
  if (value.empty()) {
    shown_.add_options()(name.c_str(), say(about).c_str());
  } else {
    shown_.add_options()(name.c_str(), po::value<std::string>()->value_name(value), say(about).c_str());
  }
}

void Options::add_many(const std::string& name, const std::string& value, const std::string& about) {
  shown_.add_options()(name.c_str(), po::value<std::vector<std::string>>()->value_name(value), say(about).c_str());
}

void Options::describe(int (*run)(const Arguments& arguments), const std::function<void(const Options&)>& take) {
  taker = &take;
  run({});
  taker = nullptr;
}

bool Options::parse(const Arguments& arguments) {
  if (taker != nullptr) {
    (*taker)(*this);
    return false;
  }
  po::options_description all;
  all.add(shown_).add_options()(inputs_name, po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add(inputs_name, -1);
  // Without allow_guessing: `--dry` must never come to mean `--dry-run`.
  const int style = po::command_line_style::default_style & ~po::command_line_style::allow_guessing;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(positional).style(style).run(), values_);
    po::notify(values_);
  } catch (const po::unknown_option& unknown) {
    std::string name = unknown.get_option_name();
    name.erase(0, name.find_first_not_of('-'));
    throw UsageError(say("unknown option '{0}'; {1}", {unknown.get_option_name(), nearest_option(name, names())}));
  } catch (const po::multiple_occurrences& twice) {
    throw UsageError(say("option '{0}' stands twice", {twice.get_option_name()}));
  } catch (const po::invalid_command_line_syntax& wrong) {
    const bool wants_value = wrong.kind() == po::invalid_syntax::missing_parameter;
    const std::string name = wrong.get_option_name();
    throw UsageError(wants_value ? say("option '{0}' wants a value", {name}) : say("option '{0}' takes no value", {name}));
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  if (values_.count("help") == 0) return true;
  std::cout << usage_ << "\n\n" << shown_ << "\n" << say("Examples") << "\n" << examples_;
  return false;
}

std::string Options::get(const std::string& name) const { return has(name) ? values_[name].as<std::string>() : std::string(); }

std::vector<std::string> Options::all(const std::string& name) const {
  return has(name) ? values_[name].as<std::vector<std::string>>() : std::vector<std::string>();
}

std::vector<std::pair<std::string, std::string>> Options::given() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& [name, value] : values_) {
    if (name == inputs_name) continue;
    std::string text;
    if (const auto* one = boost::any_cast<std::string>(&value.value())) text = *one;
    if (const auto* many = boost::any_cast<std::vector<std::string>>(&value.value())) {
      for (const std::string& each : *many) text += (text.empty() ? "" : "\n") + each;
    }
    all.emplace_back(name, std::move(text));
  }
  return all;
}

std::vector<std::string> Options::inputs() const { return all(inputs_name); }

std::vector<Options::Entry> Options::entries() const {
  std::vector<Entry> all;
  for (const auto& option : shown_.options()) {
    const std::string letter = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    Entry entry{option->long_name(), '\0', "", option->description()};
    if (letter.size() == 2 && letter[0] == '-') entry.letter = letter[1];
    if (option->semantic()->max_tokens() > 0) entry.value = option->semantic()->name();
    all.push_back(std::move(entry));
  }
  return all;
}

std::vector<std::string> Options::names() const {
  std::vector<std::string> names;
  for (const auto& option : shown_.options()) names.push_back(option->long_name());
  return names;
}

}  // namespace boctach
