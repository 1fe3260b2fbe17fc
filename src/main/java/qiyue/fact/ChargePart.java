package qiyue.fact;

import qiyue.shape.Says;

/** A charge line named by a finding, with the irregular part where it is not the whole line. */
@Says(zh = "收费明细中的违规部分", en = "the irregular part of a charge line")
public record ChargePart(
        @Says(zh = "收费明细编号", en = "id of the charge line", pointsAt = Charge.class)
        String id,

        @Says(zh = "违规部分；缺省为整条", en = "irregular part; the whole line if left out", optional = true)
        Money irregular) {}
