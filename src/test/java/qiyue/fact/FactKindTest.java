package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.shape.Field;
import qiyue.shape.Form;
import qiyue.shape.Own;
import qiyue.shape.Shape;

/** A kind of fact is registered by being one: its record, its place in the document, its words in the vocabulary. */
class FactKindTest {

    @Test
    void every_fact_there_is_has_its_kind() {
        Set<String> found = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("qiyue").stream()
                        .filter(c -> c.isAssignableTo(Evidence.class) && !c.isInterface())
                        .filter(c -> !c.isAssignableTo(Conclusion.class)
                                && !c.isEquivalentTo(Standing.class)
                                && !c.isEquivalentTo(Supposed.class))
                        .map(JavaClass::getSimpleName)
                        .forEach(found::add);

        assertThat(FactKind.all()).extracting(FactKind::name).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void every_field_of_a_document_says_what_it_is() {
        check(CaseFile.class, new TreeSet<>());
    }

    /** A copy of a fact is made of what its fields say: one that said something else of itself would hold it from then on. */
    @Test
    void every_field_of_a_fact_says_what_it_holds() throws ReflectiveOperationException {
        for (FactKind kind : FactKind.all()) {
            Record made = made(kind.type());
            for (RecordComponent component : kind.type().getRecordComponents()) {
                java.lang.reflect.Field held = kind.type().getDeclaredField(component.getName());
                held.setAccessible(true);
                assertThat(component.getAccessor().invoke(made))
                        .as("%s.%s", kind.name(), component.getName())
                        .isEqualTo(held.get(made));
            }
        }
    }

    /** With money and nothing traced, so that whatever is worked out of it is another thing. */
    private static Record made(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(types[i]);
        }
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        canonical.setAccessible(true);
        return (Record) canonical.newInstance(values);
    }

    private static Object value(Class<?> type) throws ReflectiveOperationException {
        Object plain = VALUES.get(type);
        if (plain != null) {
            return plain;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : made(type);
    }

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(String.class, "x"),
            Map.entry(int.class, 1),
            Map.entry(boolean.class, true),
            Map.entry(BigDecimal.class, new BigDecimal("10.00")),
            Map.entry(LocalDate.class, LocalDate.of(2025, 5, 6)),
            Map.entry(LocalDateTime.class, LocalDateTime.of(2025, 5, 6, 7, 0)),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Money.class, Money.unsettled(new BigDecimal("10.00"))),
            Map.entry(Clock.class, Clock.UNSET),
            Map.entry(Own.class, Own.NONE));

    private static void check(Class<?> type, Set<String> seen) {
        if (seen.add(type.getName())) {
            for (Field field : Shape.of(type).fields()) {
                assertThat(field.zh())
                        .as("%s.%s", type.getSimpleName(), field.name())
                        .isNotEmpty();
                assertThat(field.en())
                        .as("%s.%s", type.getSimpleName(), field.name())
                        .isNotEmpty();
                assertThat(field.form() == Form.OTHER || field.form() == Form.CODE)
                        .as("%s.%s is of a form documents have", type.getSimpleName(), field.name())
                        .isFalse();
                if (!field.derived() && field.elementForm() == Form.RECORD) {
                    check(field.element(), seen);
                }
            }
        }
    }

    @Test
    void every_kind_of_record_is_in_the_vocabulary() {
        Set<String> examined = new TreeSet<>();
        FactKind.all().stream()
                .map(FactKind::examined)
                .filter(k -> !k.isEmpty())
                .forEach(examined::add);
        // what holds kinds of its own stands for none itself
        examined.remove("entries");
        // steps taken can be declared complete too, though no clause waits for them to be examined
        examined.add("handling");

        assertThat(Shipped.library().vocabulary().codes("record-kinds")).isEqualTo(examined);
    }

    @Test
    void the_registered_attributes_are_read_off_the_record() {
        assertThat(FactKind.of(BedCheck.class))
                .contains(new FactKind(BedCheck.class, "/records/bedChecks", "bed-check", true, "bedChecks"));
        assertThat(FactKind.of(PriorMeasure.class))
                .contains(new FactKind(PriorMeasure.class, "/history/measures", "prior-measure", false, "history"));
        assertThat(FactKind.of(StayDay.class)).contains(new FactKind(StayDay.class, "", "", true, "charges"));
        assertThat(FactKind.of(Breach.class)).isEmpty();
    }
}
