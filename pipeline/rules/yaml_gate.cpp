#include "rules/yaml_gate.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <set>
#include <sstream>
#include <utility>

#include "rules/elided_text.h"
#include "rules/source_check.h"
#include "rules/yaml_places.h"
#include "text/messages.h"

namespace boctach {
namespace {

constexpr std::size_t deepest = 32;
constexpr const char* no_alias = "rule files have no aliases: write the value out, or put it under 'define'";

// Builds the tree from the events and refuses what the rule format lacks.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const YamlPlaces& places, Reporter& reporter) : places_(places), reporter_(reporter) {}

  std::optional<Node> root;
  int documents = 0;
  std::size_t elisions = 0;  // values that were cut short
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
    if (auto full = places_.full_value(mark, value)) {
      ++elisions;
      node.value = std::move(*full);
    } else {
      node.value = value;
    }
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
        node.is_cut = places_.is_cut(mark, node.value);
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

  const YamlPlaces& places_;
  Reporter& reporter_;
  std::vector<Frame> stack_;
  bool too_deep_ = false;
};

// The tree of a text; nothing if there is none, or not the one that is shown.
std::optional<Node> read_tree(const std::string& file, const ElidedText& text, bool readable, Reporter& reporter) {
  const YamlPlaces places(file, text);
  TreeBuilder builder(places, reporter);
  try {
    std::istringstream stream(text.text());
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
  if (!readable || builder.broken || builder.elisions != text.elisions()) return std::nullopt;
  if (!builder.root) builder.root.emplace().mark = {file, 0, 0};
  return std::move(builder.root);
}

}  // namespace

std::optional<Node> read_yaml(const std::string& file, Reporter& reporter, YamlReading reading) {
  const std::string& source = reporter.rules().sources.at(file);
  if (!check_utf8(file, source, reporter)) return std::nullopt;
  // A byte order mark is no part of the text for yaml-cpp's places either.
  std::string_view text = source;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const bool readable = check_letters(file, text, reporter);
  if (readable && reading == YamlReading::Elided) {
    Diagnostics found;
    Reporter own(reporter.rules(), found);
    auto tree = read_tree(file, ElidedText(text), readable, own);
    if (tree && found.empty()) return tree;
  }
  // What is wrong is told of the text as it stands.
  return read_tree(file, ElidedText::whole(text), readable, reporter);
}

}  // namespace boctach
