package qiyue.fact;

import java.util.List;
import qiyue.shape.Says;

/** Raw material from which the rules establish breaches themselves. */
@Says(zh = "数据记录", en = "records")
public record Records(
        @Says(zh = "住院", en = "stays", optional = true) List<Stay> stays,

        @Says(zh = "收费明细", en = "charge lines", optional = true)
        List<Charge> charges,

        @Says(zh = "数据上传", en = "uploads", optional = true) List<Upload> uploads,

        @Says(zh = "处方", en = "prescriptions", optional = true)
        List<Prescription> prescriptions,

        @Says(zh = "信息变更", en = "changes of particulars", optional = true)
        List<Change> changes,

        @Says(zh = "在院检查", en = "bed checks", optional = true)
        List<BedCheck> bedChecks,

        @Says(zh = "费用疑点告知", en = "doubts put to the facility", optional = true)
        List<Doubt> doubts,

        @Says(zh = "月度结算", en = "monthly settlements", optional = true)
        List<Settlement> settlements,

        @Says(zh = "未提供服务", en = "stretches without services", optional = true)
        List<Idle> idles,

        @Says(zh = "经批准暂停服务", en = "suspensions of business approved by the authority", optional = true)
        List<OwnSuspension> ownSuspensions,

        @Says(zh = "费用指标", en = "cost indicators", optional = true)
        List<Indicator> indicators,

        @Says(zh = "抽查审核", en = "sample audits", optional = true)
        List<SampleAudit> sampleAudits,

        @Says(zh = "医疗事故或质量安全事件", en = "accidents", optional = true)
        List<Accident> accidents,

        @Says(zh = "有关部门处理", en = "decisions of other authorities", optional = true)
        List<Penalty> penalties,

        @Says(zh = "整改", en = "rectifications", optional = true)
        List<Rectification> rectifications,

        @Says(zh = "调查", en = "investigations", optional = true)
        List<Investigation> investigations,

        @Says(zh = "词汇声明的各种数据", en = "records of kinds the vocabulary declares", derived = true)
        List<Entry> entries) {}
