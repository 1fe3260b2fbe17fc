package qiyue.fact;

import java.util.List;
import java.util.Map;
import qiyue.shape.Says;

/** One inspection as it is handed in: the whole document. */
@Says(zh = "检查文书", en = "an inspection document")
public record CaseFile(
        @Says(zh = "地区", en = "region", code = "regions") String region,
        @Says(zh = "检查", en = "the inspection") Inspection inspection,
        @Says(zh = "检查范围", en = "what was examined") Scope scope,
        @Says(zh = "协议机构", en = "the facility") Facility facility,
        @Says(zh = "服务协议", en = "service agreements") List<Agreement> agreements,
        @Says(zh = "检查发现", en = "findings", optional = true) List<Finding> findings,
        @Says(zh = "数据记录", en = "records", optional = true) Records records,

        @Says(
                zh = "就整个案件作出的认定",
                en = "answers about the case as a whole",
                code = "questions",
                codes = {"yes", "no", "open"},
                optional = true)
        Map<String, String> answers,

        @Says(zh = "对许多事实共同的认定", en = "one answer for many facts", optional = true)
        List<SharedAnswer> sharedAnswers,

        @Says(zh = "历史", en = "history", optional = true) History history,

        @Says(zh = "协议文本之外的参数", en = "parameters outside the text", optional = true)
        List<Parameter> parameters,

        @Says(zh = "已办步骤", en = "steps taken", optional = true)
        List<Act> handling,

        @Says(zh = "经办机构本次选择", en = "choices of the agency", optional = true)
        List<Choice> choices,

        @Says(zh = "评分表", en = "score sheets", optional = true)
        List<Assessment> assessments,

        @Says(zh = "申请", en = "applications", optional = true)
        List<Application> applications,

        @Says(
                zh = "数据的出处：编号 → 文件、工作表与单元格",
                en = "where facts came from: id → file, sheet and cell",
                optional = true,
                pointsAt = Evidence.class)
        Map<String, String> sources) {
    /** Whether a step of that kind was taken, whenever and by whomever; not one that is said not to have been. */
    public boolean taken(String act) {
        for (Act step : handling) {
            if (step.act().equals(act) && !step.date().equals(Blank.NEVER)) {
                return true;
            }
        }
        return false;
    }

    /** What kinds of agreement a score sheet is about: that of the agreement or application it names, else all of the facility's. */
    public List<String> kinds(Assessment assessment) {
        if (!assessment.application().isEmpty()) {
            return applications.stream()
                    .filter(a -> a.id().equals(assessment.application()))
                    .map(Application::kind)
                    .toList();
        }
        return assessment.agreement().isEmpty()
                ? facility.kinds()
                : agreements.stream()
                        .filter(a -> a.id().equals(assessment.agreement()))
                        .map(Agreement::kind)
                        .toList();
    }
}
