package qiyue.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import qiyue.Shipped;
import qiyue.shape.Field;
import qiyue.shape.Form;
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
