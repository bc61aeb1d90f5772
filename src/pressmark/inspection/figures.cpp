// Judges a figure by the words before and behind it.
#include "pressmark/inspection/figures.h"

#include <algorithm>

#include "pressmark/inspection/grammar.h"

namespace pressmark::inspection {
namespace {

using namespace word_class;

class Reader {
 public:
  Reader(std::span<const Token> tokens, std::size_t at, std::span<const Mention> areas,
         std::span<const Mention> earlier)
      : tokens_(tokens), at_(at), areas_(areas), earlier_(earlier), end_(at + 1) {
    at_line_ = at == 0 || tokens[at].line_start;
    last_on_line_ = end_ >= tokens.size() || tokens[end_].line_start;
  }

  FigureReading read() {
    read_scale();
    find_head();
    return {form(), end_};
  }

 private:
  /// "out of five", "/5", "-star"
  void read_scale() {
    const auto is_highest = [&](std::size_t at) {
      return at < tokens_.size() && (tokens_[at].number == 5 || tokens_[at].number == 6);
    };
    if (is_word(end_, "out") && is_word(end_ + 1, "of") && is_highest(end_ + 2)) {
      end_ += 3;
      of_scale_ = true;
    } else if (is(end_, Mark::slash) && is_highest(end_ + 1) && !is(end_ + 2, Mark::slash)) {
      end_ += 2;
      of_scale_ = true;
    } else if (is_word(end_, "star") || is_word(end_, "stars")) {
      end_ += 1;
      of_stars_ = true;
    }
  }

  /// What stands before, articles and quotation marks left out.
  void find_head() {
    std::size_t before = at_;
    while (before > 0 && is_passed_over(before - 1)) --before;
    // "the third grade of four": so many grades there are.
    const bool counts_steps = before > 1 && before < at_ && among<"second", "third", "fourth">(tokens_[before - 2].id);
    if (before > 0 && !counts_steps) head_ = &tokens_[before - 1];
  }
  [[nodiscard]] bool is_passed_over(std::size_t at) const {
    const Token& token = tokens_[at];
    return token.is(Mark::quote) || token.is(determiner | seem | intensifier | top) || is_word(at, "perfect") ||
           (token.is(adverb) && !token.is(keep)) || (at > 0 && is_word(at, "up") && is_word(at - 1, "picked")) ||
           (at > 0 && token.is(be) && tokens_[at - 1].is(rating));
  }

  [[nodiscard]] NumberForm form() const {
    if (stands_for_noun() || opens_range()) return NumberForm::none;
    if (is_grade()) return NumberForm::grade;
    if (of_stars_) return NumberForm::star;
    const bool rated = follows_rating();
    if (rated && head_->mark != Mark::word)
      return ends() || (head_->is(Mark::colon) && is_word(end_, "for") && leads_to_area()) ? NumberForm::score
                                                                                           : NumberForm::none;
    const bool scored = ((rated || follows_verb()) && goes_on()) || (rated && is_given_or_replaced()) || of_scale_ ||
                        stands_before_rating() || opens_move() || stayed() || was_before() || went() || closes_move() ||
                        goes_on_list() || is_label() || is_given_with_article() || follows_area();
    return scored ? NumberForm::score : NumberForm::none;
  }

  /// "The grade is one that few are given.", "The rating is a good one."
  [[nodiscard]] bool stands_for_noun() const {
    if (at_ > 1 && is_word(at_ - 2, "progress")) return true;  // "Good progress: two (key work, complaints)"
    if (tokens_[at_].id != "one" || of_scale_ || at_ < 2) return false;
    if (is_word(end_, "of")) return true;  // "one of two results"
    return (tokens_[at_ - 1].is(intensifier) && is_word(at_ - 2, "a")) ||
           (end_ < tokens_.size() && tokens_[at_ - 1].is(be) && tokens_[end_].is(relative));
  }

  /// "3–5 May"
  [[nodiscard]] bool opens_range() const {
    return is(end_, Mark::dash) && !tokens_[end_].space_before && is(end_ + 1, Mark::number);
  }

  /// "grade 2"
  [[nodiscard]] bool is_grade() const {
    return head_ && head_->is(Mark::word) && head_->id == "grade" && !at_line_ && tokens_[at_].number >= 1 &&
           tokens_[at_].number <= 4 && !of_scale_ && !of_stars_;
  }

  [[nodiscard]] bool follows_rating() const {
    // "Food hygiene rating", and the figure on a line of its own
    const bool below = last_on_line_ && head_ && head_->is(grade_noun) && head_ == &tokens_[at_ - 1];
    return head_ && (!at_line_ || below) &&
           (head_->is(rating | grade_noun) || head_->is(Mark::colon) || head_->is(Mark::dash) || head_->is(Mark::pipe));
  }
  /// "Found 3 in the staff room" counts things.
  [[nodiscard]] bool follows_verb() const {
    if (!head_ || at_line_ || !head_->is(Mark::word)) return false;
    // "it now has a 4", "both have fives", "has a five"
    if (head_->is(have))
      return (head_ != tokens_.data() && head_[-1].id == "now") ||
             (ends() && !tokens_[at_].is(Mark::number) && (tokens_[at_].id != "one"));
    if (at_ > 1 && head_ > tokens_.data() && head_[-1].id == "i") return false;  // "I got a 3. What now?"
    return head_->is(judge | give) && !among<"found", "finds", "put", "left">(head_->id);
  }

  [[nodiscard]] bool ends() const {
    if (last_on_line_ || of_scale_ || end_ >= tokens_.size()) return true;
    switch (tokens_[end_].mark) {
      case Mark::stop:
      case Mark::comma:
      case Mark::semicolon:
      case Mark::quote:
      case Mark::close:
      case Mark::pipe:
      case Mark::open:
      case Mark::dash:
      case Mark::colon:
        return true;
      default:
        return false;
    }
  }
  /// "The score of three was replaced with a five.", "A rating of five has been given to Elm Café."
  [[nodiscard]] bool is_given_or_replaced() const {
    std::size_t at = end_;
    if (is_word(at, "went") && is_word(at + 1, "to")) return true;
    while (at < tokens_.size() && tokens_[at].is(be | have)) ++at;
    return at < tokens_.size() && at > end_ && (is_word(at, "replaced") || tokens_[at].is(give));
  }
  [[nodiscard]] bool goes_on() const {
    // "Its rating of 3 breaks down like this"
    if (!ends() && at_ > 0 && tokens_[at_].is(Mark::number) && is_word(at_ - 1, "of") && follows_rating() &&
        !tokens_[end_].is(be))
      return true;
    return ends() || among<"when", "following", "this">(tokens_[end_].id) ||
           tokens_[end_].is(link | other_preposition | conjunction_and | relative | contrast | rating | overall |
                            grade_noun);
  }

  /// "a 5 rating", "zero-rated", "a zero food hygiene rating"
  [[nodiscard]] bool stands_before_rating() const {
    std::size_t noun = end_;
    while (is_word(noun, "food") || is_word(noun, "hygiene")) ++noun;
    return is_word(noun, "rating") && head_;  // not "one grade lower"
  }

  /// "marks went from four to two", "from five (weak) to one", "from a five to a one"
  [[nodiscard]] bool opens_move() const {
    if (at_ == 0) return false;
    const std::size_t lead = at_ > 1 && is_word(at_ - 1, "a") ? at_ - 2 : at_ - 1;
    const std::size_t to = behind_aside(end_);
    if (!is_word(lead, "from") || !is_word(to, "to")) return false;
    const std::size_t reached = is_word(to + 1, "a") ? to + 2 : to + 1;
    if (reached >= tokens_.size() || tokens_[reached].number < 0 || tokens_[reached].number > highest_grade_number)
      return false;
    const bool of_area = at_ > 2 && overlaps(areas_, at_ - 3, at_ - 1);
    // "has gone from a two to a five"
    const bool of_figures = lead + 2 == at_ && reached == to + 2;
    return given_within(4) ||
           (said_before(move) && (of_figures || said_before(grade_noun) || of_area || names_rating_later()));
  }
  [[nodiscard]] std::size_t behind_aside(std::size_t at) const {
    if (!is(at, Mark::open)) return at;
    while (at < tokens_.size() && !tokens_[at].is(Mark::close)) ++at;
    return at + 1;
  }
  /// "dropped from five to one in its latest food hygiene rating", "… to one, according to ratings published"
  [[nodiscard]] bool names_rating_later() const {
    std::size_t at = end_;
    const std::size_t reach = std::min<std::size_t>(tokens_.size(), end_ + 12);
    while (at < reach &&
           ((tokens_[at].is(Mark::word) && !tokens_[at].is(rating) && !among<"stars", "hygiene">(tokens_[at].id)) ||
            (tokens_[at].is(Mark::comma) && at + 1 < reach && tokens_[at + 1].is(speech))))
      ++at;
    return at < reach && tokens_[at].is(Mark::word);
  }

  /// "staffing stayed at four", "its setting was marked at four"
  [[nodiscard]] bool stayed() const {
    if (at_ > 1 && is_word(at_ - 1, "at") && among<"marked", "graded", "rated", "scored">(tokens_[at_ - 2].id))
      return ends();
    if (at_ > 2 && is_word(at_ - 1, "at") && tokens_[at_ - 2].is(keep))
      return overlaps(areas_, at_ - 3, at_ - 2) && ends();
    // "kept its five", "held on to its 4"
    const bool own = at_ > 2 && among<"its", "their">(tokens_[at_ - 1].id);
    return own && ends() && (tokens_[at_ - 2].is(keep) || (is_word(at_ - 2, "to") && is_word(at_ - 3, "on")));
  }
  /// "rated 5, up from two"
  [[nodiscard]] bool was_before() const {
    return at_ > 1 && !earlier_.empty() && at_ - earlier_.back().last < 8 && is_word(at_ - 1, "from") &&
           among<"up", "down">(tokens_[at_ - 2].id) && ends();
  }
  /// "the rating went up to four", "leadership fell to a two"
  [[nodiscard]] bool went() const {
    const std::size_t to = at_ > 2 && is_word(at_ - 1, "a") ? at_ - 2 : at_ - 1;
    const bool of_area = at_ > 0 && overlaps(areas_, at_ - std::min<std::size_t>(at_, 6), at_);
    return at_ > 1 && is_word(to, "to") && tokens_[to - 1].is(move) && ends() && (said_before(grade_noun) || of_area);
  }

  /// "from a score of 2 to a 5", "from 2 to 5 for safety"
  [[nodiscard]] bool closes_move() const {
    if (earlier_.empty() || !is_word(earlier_.back().last, "to")) return false;
    const std::size_t from = earlier_.back().last;
    if (ends() && at_ - from < 4) {
      const auto nearby = within(12);
      if (std::any_of(nearby.begin(), nearby.end(), [](const Token& token) { return token.id == "from"; })) return true;
    }
    return at_ > from && at_ - from < 3 && tokens_[end_ < tokens_.size() ? end_ : at_].is(link | other_preposition);
  }

  /// "scored the home 5 for wellbeing and 4 for leadership"
  [[nodiscard]] bool goes_on_list() const {
    if (end_ >= tokens_.size() || !tokens_[end_].is(link) || !leads_to_area()) return false;
    const bool one_figure =
        tokens_[at_].is(Mark::number) || (at_ > 0 && (is_word(at_ - 1, "a") || is_word(at_ - 1, "an")));
    const bool plural = among<"twos", "threes", "fours", "fives", "sixes">(tokens_[at_].id);
    return (plural && given_within(12)) || (one_figure && is_word(end_, "for") && given_within(8)) ||
           std::any_of(earlier_.begin(), earlier_.end(),
                       [&](const Mention& other) { return other.last <= at_ && at_ - other.first < 16; });
  }
  [[nodiscard]] bool leads_to_area() const {
    return std::any_of(areas_.begin(), areas_.end(),
                       [&](const Mention& area) { return area.first > end_ && area.first <= end_ + 4; });
  }

  /// "wellbeing, 4; leadership, 3"
  [[nodiscard]] bool is_label() const {
    return at_ > 1 && is(at_ - 1, Mark::comma) && overlaps(areas_, at_ - 2, at_ - 1) && !at_line_ &&
           (last_on_line_ || end_ >= tokens_.size() || is(end_, Mark::semicolon));
  }

  /// "has bounced back with a 4", "gave the Old Mill a zero after a visit"
  [[nodiscard]] bool is_given_with_article() const {
    if (at_ == 0 || !is_word(at_ - 1, "a")) return false;
    const bool with_a = at_ > 1 && is_word(at_ - 2, "with") && (ends() || (is_word(end_, "for") && leads_to_area()));
    return with_a || (goes_on() && !tokens_[at_].is(Mark::number) && given_within(12));
  }

  /// "Wellbeing 4", "Wellbeing was given a 5 and leadership a 4", unlike "4 for safety and 3 for respect"
  [[nodiscard]] bool follows_area() const {
    const bool after_verb = at_ > 1 && tokens_[at_ - 1].is(be);  // "Its care planning was 3."
    const std::size_t area = after_verb || (at_ > 1 && is_word(at_ - 1, "a") && !earlier_.empty()) ? at_ - 1 : at_;
    // "A scored 4, B 3 and C 4"
    const bool in_list = !earlier_.empty() && at_ - earlier_.back().first < 8 && end_ < tokens_.size() &&
                         tokens_[end_].is(conjunction_and);
    return at_ > 0 && !at_line_ && overlaps(areas_, area - 1, area) && !overlaps(areas_, at_, at_ + 1) &&
           (ends() || in_list);
  }

  [[nodiscard]] bool is(std::size_t at, Mark mark) const { return at < tokens_.size() && tokens_[at].is(mark); }
  [[nodiscard]] bool is_word(std::size_t at, WordId word) const { return is(at, Mark::word) && tokens_[at].id == word; }

  /// As many tokens before the figure.
  [[nodiscard]] std::span<const Token> within(std::size_t reach) const {
    return tokens_.subspan(at_ - std::min(at_, reach), std::min(at_, reach));
  }
  [[nodiscard]] bool given_within(std::size_t reach) const {
    const auto before = within(reach);
    return std::any_of(before.begin(), before.end(), [](const Token& token) { return gives_figure(token.id); });
  }
  [[nodiscard]] bool said_before(std::uint64_t classes) const {
    const auto before = within(12);
    return std::any_of(before.begin(), before.end(), [&](const Token& token) { return token.is(classes); });
  }

  std::span<const Token> tokens_;
  std::size_t at_;
  std::span<const Mention> areas_, earlier_;
  std::size_t end_;
  bool at_line_, last_on_line_;
  bool of_scale_ = false, of_stars_ = false;
  const Token* head_ = nullptr;
};

}  // namespace

bool gives_figure(WordId word) { return among<"scored", "graded", "rated", "awarded", "gave", "handed">(word); }

FigureReading read_figure(std::span<const Token> tokens, std::size_t at, std::span<const Mention> areas,
                          std::span<const Mention> earlier) {
  return Reader(tokens, at, areas, earlier).read();
}

}  // namespace pressmark::inspection
