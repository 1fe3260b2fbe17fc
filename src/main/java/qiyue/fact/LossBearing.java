package qiyue.fact;

import qiyue.shape.Says;

/**
 * A record that shows a breach of which most often no money comes. A sum that is left out is none, until a clause asks for
 * loss to the fund: then it is not known.
 */
public interface LossBearing extends Declared {
    /** The loss it brought the fund, as far as it states it. */
    Money money();

    /** That loss, as it or a finding of the same fact states it; not known where nobody does. */
    @Says(
            zh = "由此造成的基金损失，记录或者同一事实的检查发现写明的；都没有写数额的，数额未知，如 .costing( $c.loss )",
            en =
                    "the loss it brought the fund, as it or a finding of the same fact states it; else not known: .costing( $c.loss )")
    default Portion loss() {
        return portions().isEmpty() ? Portion.of(id(), money()) : Portion.together(id(), portions());
    }
}
