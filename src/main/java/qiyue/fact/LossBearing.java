package qiyue.fact;

import java.util.List;
import qiyue.shape.Says;

/**
 * A record that shows a breach of which most often no money comes. A sum that is left out is none, until a clause asks for
 * loss to the fund: then it is not known.
 */
public interface LossBearing extends Declared {
    /** The loss it brought the fund, as far as it states it. */
    Money money();

    @Override
    default List<Portion> portions() {
        return Portion.stated(id(), money());
    }

    /** That loss; not known where the record does not state it. */
    @Says(
            zh = "由此造成的基金损失；没有写数额的，数额未知，如 .costing( $c.loss )",
            en = "the loss it brought the fund; of a sum not known where none is stated: .costing( $c.loss )")
    default Portion loss() {
        return Portion.of(id(), money());
    }
}
