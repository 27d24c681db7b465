#include <algorithm>
#include <cstddef>
#include <string>

#include "filters/factories.h"
#include "filters/signs.h"
#include "filters/tags.h"
#include "text/unicode.h"

namespace boctach {
namespace {

// Takes the tags out of one text.
class Stripper {
 public:
  explicit Stripper(TextEditor& editor) : editor_(editor), text_(editor.input()) {}

  void run() {
    while (!editor_.at_end()) {
      keep(next_candidate() - editor_.position());
      if (editor_.at_end()) return;
      text_[editor_.position()] == '<' ? strip() : unguard();
    }
  }

 private:
  // Where a tag or a guarded character may start.
  [[nodiscard]] std::size_t next_candidate() const {
    std::size_t at = editor_.position();
    while (at < text_.size() && text_[at] != '<' && text_[at] != '\xEF') ++at;
    return at;
  }

  void keep(std::size_t n) {
    if (n > 0) at_line_start_ = text_[editor_.position() + n - 1] == '\n';
    editor_.keep(n);
  }

  void replace(std::size_t n, std::string_view with) {
    if (!with.empty()) at_line_start_ = with.back() == '\n';
    editor_.replace(n, with);
  }

  void unguard() {
    const Decoded c = decode(editor_.rest(), 0);
    switch (c.code_point) {
      case guarded_less:
        replace(c.size, "<");
        break;
      case guarded_greater:
        replace(c.size, ">");
        break;
      case guarded_ampersand:
        replace(c.size, "&");
        break;
      default:
        keep(c.size);
    }
  }

  void strip() {
    const std::size_t at = editor_.position();
    if (text_.substr(at, 4) == "<!--") {
      // An unclosed comment is text: better a dirty line than a lost article.
      const std::size_t close = comment_closes_ ? text_.find("-->", at + 4) : std::string_view::npos;
      comment_closes_ = close != std::string_view::npos;
      comment_closes_ ? editor_.drop(close + 3 - at) : keep(1);
      return;
    }
    const Tag tag = tag_at(text_, at);
    switch (tag.kind) {
      case TagKind::None:
        keep(1);
        break;
      case TagKind::Block:
        replace(tag.end - at, at_line_start_ ? "" : "\n");
        break;
      case TagKind::Cell:
        replace(tag.end - at, at_line_start_ ? "" : " ");
        break;
      case TagKind::Inline:
        editor_.drop(tag.end - at);
        break;
      case TagKind::Script:
        editor_.drop((tag.closing ? tag.end : content_end(tag, script_closes_)) - at);
        break;
      case TagKind::Style:
        editor_.drop((tag.closing ? tag.end : content_end(tag, style_closes_)) - at);
        break;
    }
  }

  // Behind the closing tag of a script or style; behind the opening one if it
  // never closes. `closes` remembers that, or many opening tags would each
  // search the whole text.
  std::size_t content_end(const Tag& open, bool& closes) const {
    for (std::size_t at = closes ? text_.find("</", open.end) : std::string_view::npos; at != std::string_view::npos;
         at = text_.find("</", at + 2)) {
      const Tag close = tag_at(text_, at);
      if (close.kind == open.kind) return close.end;
    }
    closes = false;
    return open.end;
  }

  TextEditor& editor_;
  std::string_view text_;
  bool at_line_start_ = true;
  // False once one was found that never ends.
  bool comment_closes_ = true;
  bool script_closes_ = true;
  bool style_closes_ = true;
};

// Takes stray tags, comments, scripts and styles out of a text dump. Tags that
// break lines leave a line feed. Whole HTML pages are not its business. Gives
// characters that entities made their own form back.
class StripMarkup final : public Filter {
 public:
  [[nodiscard]] std::string_view name() const override { return "strip-markup"; }
  [[nodiscard]] Signs looks_for() const override { return sign::tag | sign::guard; }

  void apply(TextEditor& editor, Diagnostics& /*notes*/) const override { Stripper(editor).run(); }
};

}  // namespace

std::unique_ptr<Filter> make_strip_markup() { return std::make_unique<StripMarkup>(); }

}  // namespace boctach
