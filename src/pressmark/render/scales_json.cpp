#include "pressmark/render/scales_json.h"

#include "pressmark/inspection/scale.h"
#include "pressmark/render/scale_list.h"

namespace pressmark::render {
namespace {

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json grades_json(const inspection::Scale& scale) {
  JsonList list;
  for (const inspection::ScaleGrade& grade : scale.grades) {
    list.push_back(JsonObject()
                       .add("id", grade.id)
                       .add("label", grade.label)
                       .add("labelCy", text_or_null(grade.label_cy))
                       .add("rank", grade.rank)
                       .add("tone", grade.tone)
                       .done());
  }
  return list.done();
}

Json areas_json(const inspection::Scale& scale) {
  JsonList list;
  for (const inspection::ScaleArea& area : scale.areas) {
    list.push_back(JsonObject().add("name", area.name).add("nameCy", text_or_null(area.name_cy)).done());
  }
  return list.done();
}

}  // namespace

Json scale_list(std::span<const inspection::Scale> scales) {
  JsonList list;
  for (const inspection::Scale& scale : scales) {
    list.push_back(JsonObject()
                       .add("id", scale.id)
                       .add("name", scale.name)
                       .add("inspectorate", scale.inspectorate)
                       .add("from", text_or_null(scale.from))
                       .add("to", text_or_null(scale.to))
                       .add("overall", scale.overall)
                       .add("grades", grades_json(scale))
                       .add("areas", areas_json(scale))
                       .done());
  }
  return list.done();
}

std::string scales_json() { return scale_list(inspection::scales()).text(); }

}  // namespace pressmark::render
