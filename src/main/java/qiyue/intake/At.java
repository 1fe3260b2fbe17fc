package qiyue.intake;

import org.jspecify.annotations.Nullable;

/** A place in a document, put into words (as a JSON pointer) only when something is wrong there. */
final class At {
    /** The whole document. */
    static final At TOP = new At(null, "", -1);

    private final @Nullable At above;
    private final String name;
    private final int index;

    private At(@Nullable At above, String name, int index) {
        this.above = above;
        this.name = name;
        this.index = index;
    }

    /** The field of that name below it. */
    At in(String field) {
        return new At(this, field, -1);
    }

    /** The item of that number below it. */
    At at(int number) {
        return new At(this, "", number);
    }

    @Override
    public String toString() {
        return above == null ? "" : above + "/" + (index < 0 ? name : String.valueOf(index));
    }
}
