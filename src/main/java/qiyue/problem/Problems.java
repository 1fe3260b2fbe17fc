package qiyue.problem;

import java.util.List;

/** Everything found wrong at once; thrown where it makes no sense to go on. */
public final class Problems extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> all;

    /** The problems, which are sorted by place. */
    public Problems(List<Problem> all) {
        super(all.isEmpty() ? "no problem" : all.get(0).render("en"));
        this.all = all.stream().sorted().distinct().toList();
    }

    /** One problem of a whole file. */
    public static Problems one(String code, String file, Text message, Text fix) {
        return new Problems(List.of(Problem.at(code, file, "", message, fix)));
    }

    /** All of them, in order of place. */
    public List<Problem> all() {
        return all;
    }
}
