#include "article_markup.h"

#include <array>

#include "pressmark/text/ascii.h"
#include "properties.h"

namespace pressmark::properties {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  std::vector<Piece> read() {
    std::vector<Piece> pieces;
    while (at_ < html_.size()) {
      Piece& piece = pieces.emplace_back();
      if (html_[at_] == '<') {
        piece.tag = tag();
      } else {
        piece.text = decoded_until("<");
      }
    }
    return pieces;
  }

 private:
  Tag tag() {
    Tag result;
    take("<");
    result.closes = takes("/");
    result.name = name();
    require(!result.name.empty(), "a tag has a name", rest());
    while (!result.closes && !html_.substr(at_).starts_with(" />") && takes(" ")) {
      std::string attribute = name();
      take("=\"");
      std::string value = decoded_until("\"");
      take("\"");
      result.attributes.emplace_back(std::move(attribute), std::move(value));
    }
    result.ends_itself = takes(" /");
    take(">");
    return result;
  }

  std::string name() {
    const std::size_t start = at_;
    while (at_ < html_.size() && (text::is_letter(html_[at_]) || text::is_digit(html_[at_]) || html_[at_] == '-'))
      ++at_;
    return std::string(html_.substr(start, at_ - start));
  }

  /// Characters up to one of `end`, which is not taken. What is special in HTML stands there as an entity only.
  std::string decoded_until(std::string_view end) {
    static constexpr std::array<std::pair<std::string_view, char>, 4> entities = {
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
    std::string result;
    while (at_ < html_.size() && end.find(html_[at_]) == std::string_view::npos) {
      char character = html_[at_];
      std::size_t size = 1;
      for (const auto& [entity, meant] : entities) {
        if (html_.substr(at_).starts_with(entity)) character = meant, size = entity.size();
      }
      require(size > 1 || std::string_view("<>\"&").find(character) == std::string_view::npos, "text is escaped",
              rest());
      result += character;
      at_ += size;
    }
    return result;
  }

  bool takes(std::string_view words) {
    if (!html_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }
  void take(std::string_view words) { require(takes(words), "a tag is written as ours are", rest()); }
  [[nodiscard]] std::string_view rest() const { return html_.substr(at_, 80); }

  std::string_view html_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Piece> read_markup(std::string_view html) { return Reader(html).read(); }

}  // namespace pressmark::properties
