package qiyue.conduct;

import java.util.List;
import qiyue.problem.Text;

/**
 * One conduct of the map.
 *
 * @param money {@code claim}: it is itself an irregular claim, the sum has to be stated; {@code none}: no sum is asked for;
 *     empty: it depends on the case
 * @param use when to take it, and when its neighbour; blank where its label says all
 * @param near its neighbours
 * @param words what people call it besides
 * @param kinds the kinds of facility it can occur in by its nature; empty: any
 * @param records the kinds of record that can show the same
 * @param cells what each rulebook makes of it, in order of rulebooks
 */
public record ConductRow(
        String code,
        Text label,
        String topic,
        String money,
        Text use,
        List<String> near,
        List<String> words,
        List<String> kinds,
        List<String> records,
        List<Cell> cells) {
    /** Whether it can occur in a facility of that kind. */
    public boolean occurs(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }
}
