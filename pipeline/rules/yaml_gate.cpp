#include "rules/yaml_gate.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

#include "rules/source_check.h"
#include "text/messages.h"
#include "text/unicode.h"

namespace boctach {
namespace {

constexpr std::size_t deepest = 32;
constexpr const char* no_alias = "rule files have no aliases: write the value out, or put it under 'define'";

// The lines of a text, to turn yaml-cpp's places (lines and bytes from 0)
// into marks.
class Places {
 public:
  Places(std::string file, std::string_view text) : file_(std::move(file)), text_(text) {
    starts_.push_back(0);
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') starts_.push_back(at + 1);
    }
  }

  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    if (mark.is_null() || static_cast<std::size_t>(mark.line) >= starts_.size()) return text_.size();
    return std::min(starts_[static_cast<std::size_t>(mark.line)] + static_cast<std::size_t>(mark.column), text_.size());
  }

  [[nodiscard]] Mark mark(const YAML::Mark& mark) const {
    if (mark.is_null() || static_cast<std::size_t>(mark.line) >= starts_.size()) return {file_, 0, 0};
    const std::size_t start = starts_[static_cast<std::size_t>(mark.line)];
    const std::size_t letters = count_code_points(text_.substr(start, offset(mark) - start));
    return {file_, mark.line + 1, static_cast<int>(letters) + 1};
  }

  [[nodiscard]] char letter(const YAML::Mark& mark) const {
    const std::size_t at = offset(mark);
    return at < text_.size() ? text_[at] : '\0';
  }

  // Whether one space and a '#' follow a value that is written as it reads.
  [[nodiscard]] bool is_cut(const YAML::Mark& mark, std::string_view value) const {
    const std::size_t at = offset(mark);
    return text_.substr(at, value.size()) == value && text_.substr(at + value.size(), 2) == " #";
  }

 private:
  std::string file_;
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

// Builds the tree from the events and refuses what the rule format lacks.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const Places& places, Reporter& reporter) : places_(places), reporter_(reporter) {}

  std::optional<Node> root;
  int documents = 0;
  // The tree is not what was written: a check of it would mislead.
  bool broken = false;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents == 2)
      refuse("E110", places_.mark(mark), "a second document in one file", "one file holds one document: drop the '---' or cut the file");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    Node node;
    node.mark = places_.mark(mark);
    place(std::move(node));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse("E105", places_.mark(mark), "an alias", no_alias);
    OnNull(mark, 0);
  }

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    refuse("E104", places_.mark(mark), "an anchor '&" + name + "'",
           "rule files have no anchors: use 'define' for patterns, 'defaults' for keys, 'extends' for rules");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/, const std::string& value) override {
    check_tag(mark, tag);
    Node node;
    node.kind = Node::Kind::Scalar;
    node.value = value;
    node.mark = places_.mark(mark);
    switch (tag == "?" ? '\0' : places_.letter(mark)) {
      case '\'':
        node.style = Node::Style::Single;
        break;
      case '"':
        node.style = Node::Style::Double;
        break;
      case '|':
      case '>':
        node.style = Node::Style::Block;
        break;
      default:
        node.style = Node::Style::Plain;
        node.is_cut = places_.is_cut(mark, value);
    }
    place(std::move(node));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/,
                       YAML::EmitterStyle::value style) override {
    open(Node::Kind::Sequence, mark, tag, style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t /*anchor*/, YAML::EmitterStyle::value style) override {
    open(Node::Kind::Map, mark, tag, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Frame {
    Node node;
    bool has_key = false;
    std::string key;
    Mark key_mark;
    std::set<std::string> seen;
  };

  void refuse(const char* code, const Mark& mark, const std::string& message, const std::string& help) {
    broken = true;
    reporter_.report(code, mark, message, help);
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    const bool written = !tag.empty() && tag != "?" && (tag != "!" || places_.letter(mark) == '!');
    if (written) reporter_.report("E106", places_.mark(mark), "a tag", "rule files have no tags: the key says what kind its value is");
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::EmitterStyle::value style) {
    check_tag(mark, tag);
    Frame frame;
    frame.node.kind = kind;
    frame.node.flow = style == YAML::EmitterStyle::Flow;
    frame.node.mark = places_.mark(mark);
    stack_.push_back(std::move(frame));
    if (stack_.size() == deepest + 1 && !too_deep_) {
      too_deep_ = true;
      refuse("E109", stack_.back().node.mark, "values nested more than 32 deep", "");
    }
  }

  void close() {
    Node node = std::move(stack_.back().node);
    stack_.pop_back();
    if (stack_.size() < deepest) place(std::move(node));
  }

  void place(Node node) {
    if (stack_.empty()) {
      if (documents <= 1) root = std::move(node);
      return;
    }
    Frame& frame = stack_.back();
    if (frame.node.is_sequence()) {
      frame.node.children.push_back(std::move(node));
    } else if (!frame.has_key) {
      take_key(frame, node);
    } else {
      frame.has_key = false;
      node.key = frame.key;
      node.key_mark = frame.key_mark;
      frame.node.children.push_back(std::move(node));
    }
  }

  void take_key(Frame& frame, const Node& node) {
    frame.has_key = true;
    frame.key = node.value;
    frame.key_mark = node.mark;
    if (!node.is_scalar()) {
      refuse("E111", node.mark, "a key that is no word", "");
      return;
    }
    if (node.value == "<<" && node.style == Node::Style::Plain) {
      refuse("E108", node.mark, "a merge key '<<'", "use 'defaults' for keys of all rules, 'extends' for a rule like another");
    }
    if (!frame.seen.insert(node.value).second) {
      reporter_.report("E107", node.mark, say("key '{0}' stands twice in one map", {node.value}), "the later one would be lost: keep one");
    }
  }

  const Places& places_;
  Reporter& reporter_;
  std::vector<Frame> stack_;
  bool too_deep_ = false;
};

}  // namespace

std::optional<Node> read_yaml(const std::string& file, Reporter& reporter) {
  const std::string& source = reporter.rules().sources.at(file);
  if (!check_utf8(file, source, reporter)) return std::nullopt;
  // A byte order mark is no part of the text for yaml-cpp's places either.
  const std::string text = source.compare(0, 3, "\xEF\xBB\xBF") == 0 ? source.substr(3) : source;
  const bool readable = check_letters(file, text, reporter);
  const Places places(file, text);
  TreeBuilder builder(places, reporter);
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    while (builder.documents < 2 && parser.HandleNextDocument(builder)) {
    }
  } catch (const YAML::Exception& error) {
    if (error.msg.find("anchor is not defined") != std::string::npos) {
      reporter.report("E105", places.mark(error.mark), "an alias", no_alias);
    } else if (readable) {
      reporter.report("E103", places.mark(error.mark), say("not YAML: {0}", {error.msg}));
    }
    return std::nullopt;
  }
  if (!readable || builder.broken) return std::nullopt;
  if (!builder.root) builder.root.emplace().mark = {file, 0, 0};
  return builder.root;
}

}  // namespace boctach
