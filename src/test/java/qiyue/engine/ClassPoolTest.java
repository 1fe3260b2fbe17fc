package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a class file names is read off it to the last constant; what is cut short or stands for nothing is none. */
class ClassPoolTest {
    private static final String OBJECT = "java/lang/Object";

    /** A class file written by hand, constant by constant. */
    private static final class File {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private int next = 1;

        private int constant(int tag, int wide, Object... parts) {
            try {
                out.writeByte(tag);
                for (Object part : parts) {
                    if (part instanceof String s) {
                        out.writeUTF(s);
                    } else if (part instanceof Byte b) {
                        out.writeByte(b);
                    } else if (part instanceof Long l) {
                        out.writeLong(l);
                    } else if (tag == 3 || tag == 4) {
                        out.writeInt((Integer) part);
                    } else {
                        out.writeShort((Integer) part);
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            int at = next;
            next += wide;
            return at;
        }

        int text(String text) {
            return constant(1, 1, text);
        }

        int type(String name) {
            return constant(7, 1, text(name));
        }

        int member(int tag, String owner, String name, String descriptor) {
            int type = type(owner);
            return constant(tag, 1, type, constant(12, 1, text(name), text(descriptor)));
        }

        byte[] file(int name, int parent, int... interfaces) {
            try {
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                DataOutputStream file = new DataOutputStream(whole);
                file.writeInt(0xCAFEBABE);
                file.writeInt(61);
                file.writeShort(next);
                file.write(bytes.toByteArray());
                file.writeShort(0x21);
                file.writeShort(name);
                file.writeShort(parent);
                file.writeShort(interfaces.length);
                for (int each : interfaces) {
                    file.writeShort(each);
                }
                return whole.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static byte[] small(File file) {
        return file.file(file.type("own/A"), file.type(OBJECT));
    }

    @Test
    void a_class_has_a_name_and_parents() {
        File file = new File();
        int own = file.type("own/A");
        ClassPool pool = new ClassPool(file.file(own, file.type(OBJECT), file.type("own/B"), file.type("own/C")));

        assertThat(pool.name()).isEqualTo("own/A");
        assertThat(pool.parents()).containsExactly(OBJECT, "own/B", "own/C");
        assertThat(pool.classes()).containsExactlyInAnyOrder("own/A", OBJECT, "own/B", "own/C");
        assertThat(pool.members()).isEmpty();
        assertThat(pool.computesConstants()).isFalse();
    }

    @Test
    void fields_methods_and_methods_of_interfaces_are_used() {
        File file = new File();
        file.member(9, "a/F", "field", "I");
        file.member(10, "a/M", "method", "(La/In;I)La/Out;");
        file.member(11, "a/I", "interface", "()V");
        ClassPool pool = new ClassPool(small(file));

        assertThat(pool.members())
                .containsExactly(
                        new ClassPool.Member("a/F", "field"),
                        new ClassPool.Member("a/M", "method"),
                        new ClassPool.Member("a/I", "interface"));
        assertThat(pool.classes()).contains("a/F", "a/M", "a/I", "a/In", "a/Out");
    }

    /** Elements of arrays, types of methods, and what is behind numbers of eight bytes. */
    @Test
    void classes_are_found_wherever_they_are_named() {
        File file = new File();
        file.constant(3, 1, 7);
        file.constant(4, 1, 7);
        file.constant(5, 2, 7L);
        file.constant(6, 2, 7L);
        file.type("[[La/Element;");
        file.type("[I");
        file.constant(16, 1, file.text("(La/One;[La/Two;)V"));
        file.constant(8, 1, file.text("La/NoClass;"));
        file.constant(15, 1, (byte) 6, file.member(10, "a/Handled", "h", "()V"));
        file.constant(18, 1, 0, file.constant(12, 1, file.text("run"), file.text("()La/Lambda;")));
        file.constant(19, 1, file.text("module"));
        file.constant(20, 1, file.text("package"));
        ClassPool pool = new ClassPool(small(file));

        assertThat(pool.classes())
                .containsExactlyInAnyOrder("a/Element", "a/One", "a/Two", "a/Handled", "a/Lambda", "own/A", OBJECT);
        assertThat(pool.computesConstants()).isFalse();
    }

    @Test
    void a_computed_constant_is_told() {
        File file = new File();
        file.constant(17, 1, 0, file.constant(12, 1, file.text("c"), file.text("I")));

        assertThat(new ClassPool(small(file)).computesConstants()).isTrue();
    }

    @Test
    void what_is_cut_short_is_no_class_file() {
        byte[] whole = small(new File());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException()
                    .as("%d bytes", length)
                    .isThrownBy(() -> new ClassPool(cut))
                    .withMessage("no whole class file");
        }
    }

    @Test
    void numbers_that_stand_for_nothing_are_refused() {
        File none = new File();
        int text = none.text("own/A");
        int type = none.type("own/A");
        int last = none.type(OBJECT);

        for (int wrong : List.of(0, text, last + 1, 0xFFFF)) {
            byte[] file = none.file(wrong, last);
            assertThatIllegalArgumentException().as("class %d", wrong).isThrownBy(() -> new ClassPool(file));
        }
        assertThat(new ClassPool(none.file(type, last)).name()).isEqualTo("own/A");
        for (int wrong : List.of(0, type, 40)) {
            File other = new File();
            other.text("own/A");
            other.type("own/A");
            int broken = other.constant(7, 1, wrong == type ? 3 : wrong);
            byte[] file = other.file(broken, 3);
            assertThatIllegalArgumentException().as("text %d", wrong).isThrownBy(() -> new ClassPool(file));
        }
    }

    @Test
    void unknown_constants_and_other_files_are_refused() {
        File file = new File();
        file.constant(2, 1);
        byte[] unknown = small(file);
        byte[] other = small(new File());
        other[0] = 0;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClassPool(unknown))
                .withMessageContaining("2");
        assertThatIllegalArgumentException().isThrownBy(() -> new ClassPool(other));
    }

    /** A number one beyond the last constant, wherever it stands, is refused in so many words. */
    @Test
    void numbers_beyond_the_last_constant_are_refused() {
        File type = new File();
        type.constant(7, 1, 6);
        ClassPool types = new ClassPool(small(type));
        File described = new File();
        described.constant(12, 1, described.text("name"), 7);
        ClassPool descriptors = new ClassPool(small(described));
        File member = new File();
        member.constant(9, 1, member.type("a/F"), 8);
        ClassPool members = new ClassPool(small(member));

        assertThatIllegalArgumentException().isThrownBy(types::classes).withMessage("no text 6");
        assertThatIllegalArgumentException().isThrownBy(descriptors::classes).withMessage("no text 7");
        assertThatIllegalArgumentException().isThrownBy(members::members).withMessage("no constant 8");
    }

    /** The descriptor of a field is a type from its first letter on. */
    @Test
    void the_type_of_a_field_is_named() {
        File file = new File();
        file.member(9, "a/F", "field", "La/Type;");

        assertThat(new ClassPool(small(file)).classes()).contains("a/F", "a/Type");
    }

    @Test
    void a_type_without_an_end_is_refused() {
        File file = new File();
        file.type("[La/Element");

        ClassPool pool = new ClassPool(small(file));
        assertThatIllegalArgumentException().isThrownBy(pool::classes);
    }

    /** What may be seen, function types of one digit or two among it. */
    @Test
    void names_within_reach() {
        assertThat(Reach.sees("java.lang.String")).isTrue();
        assertThat(Reach.sees("qiyue.fact.Finding")).isTrue();
        assertThat(Reach.sees("java.lang.Runtime")).isFalse();
        assertThat(Reach.sees("org.drools.model.functions.Function1")).isTrue();
        assertThat(Reach.sees("org.drools.model.functions.Function90")).isTrue();
        assertThat(Reach.sees("org.drools.model.functions.Function")).isFalse();
        assertThat(Reach.sees("org.drools.model.functions.Function123")).isFalse();
        assertThat(Reach.sees("org.drools.model.functions.Function1x")).isFalse();
        assertThat(Reach.sees("org.drools.model.functions.Function1/")).isFalse();
        assertThat(Reach.sees("org.drools.model.functions.Function1:")).isFalse();
        assertThat(Reach.sees("org.drools.model.functions.Else1")).isFalse();
    }

    /** A class of its own package that uses what is allowed, and what is refused, each named. */
    @Test
    void what_is_beyond_is_named() {
        File fine = new File();
        fine.member(10, "java/lang/String", "equals", "(Ljava/lang/Object;)Z");
        fine.member(10, "org/drools/model/Index$ConstraintType", "anything", "()V");
        fine.member(10, "[I", "clone", "()Ljava/lang/Object;");
        fine.member(9, "qiyue/fact/Finding", "conduct", "Ljava/lang/String;");
        fine.member(10, "own/B", "x", "()Lown/C;");
        File method = new File();
        method.member(10, "java/lang/String", "intern", "()V");
        File array = new File();
        array.member(10, "[I", "length", "()V");
        File type = new File();
        type.member(10, "own/B", "x", "()Ljava/io/File;");
        File constant = new File();
        constant.constant(17, 1, 0, constant.constant(12, 1, constant.text("c"), constant.text("I")));
        File child = new File();

        assertThat(Reach.refused(small(fine), "own")).isEmpty();
        assertThat(Reach.refused(small(fine), "other")).contains("own.A");
        assertThat(Reach.refused(small(method), "own")).contains("java.lang.String.intern");
        assertThat(Reach.refused(small(array), "own")).contains("[I.length");
        assertThat(Reach.refused(small(type), "own")).contains("java.io.File");
        assertThat(Reach.refused(small(constant), "own")).contains("a constant that is computed");
        assertThat(Reach.refused(child.file(child.type("own/A"), child.type("java/lang/String")), "own"))
                .contains("java.lang.String");
        assertThat(Reach.refused(new byte[3], "own")).contains("no whole class file");
    }
}
