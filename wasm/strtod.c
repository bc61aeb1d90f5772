// strtod for nlohmann's lexer, which alone calls it in this module. It asks whether a number can be held at all; what the
// number is stays as it was written, so the last digits do not matter. musl's own brings the arithmetic of long doubles
// with it, which wasm does in software: 6 kB of the compressed module.
#include <stddef.h>

enum { sure_to_end = 100000 };  // an exponent beyond which everything is 0 or infinite

typedef struct {
  double digits;
  int exponent;
} Number;

/// Takes in digits that each move the exponent by `step`.
static const char* read_digits(const char* at, Number* number, int step) {
  for (; *at >= '0' && *at <= '9'; ++at) {
    // Further digits only tell how long the number is.
    if (number->digits < 1e300)
      number->digits = number->digits * 10 + (*at - '0');
    else
      ++number->exponent;
    number->exponent += step;
  }
  return at;
}

static const char* read_exponent(const char* at, Number* number) {
  const int sign = *at == '-' ? -1 : 1;
  if (*at == '-' || *at == '+') ++at;
  int written = 0;
  for (; *at >= '0' && *at <= '9'; ++at) {
    if (written < sure_to_end) written = written * 10 + (*at - '0');
  }
  number->exponent += sign * written;
  return at;
}

static double value_of(Number number) {
  double value = number.digits;
  for (int left = number.exponent; left > 0 && value != 0 && !__builtin_isinf(value); --left) value *= 10;
  for (int left = number.exponent; left < 0 && value != 0; ++left) value /= 10;
  return value;
}

/// Of a number as JSON writes it.
double strtod(const char* text, char** end) {
  const char* at = text;
  const int is_negative = *at == '-';
  if (is_negative) ++at;
  Number number = {0, 0};
  at = read_digits(at, &number, 0);
  if (*at == '.') at = read_digits(at + 1, &number, -1);
  if (*at == 'e' || *at == 'E') at = read_exponent(at + 1, &number);
  if (end != NULL) *end = (char*)at;
  return is_negative ? -value_of(number) : value_of(number);
}

// libc++ has functions that call these, which nobody calls; musl's own would bring its strtod a second time.
float strtof(const char* text, char** end) { return (float)strtod(text, end); }
long double strtold(const char* text, char** end) { return strtod(text, end); }
