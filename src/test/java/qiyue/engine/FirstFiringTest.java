package qiyue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import qiyue.Shipped;
import qiyue.fact.Conclusion;
import qiyue.fact.Exempt;
import qiyue.fact.Standing;
import qiyue.intake.InspectionReader;
import qiyue.suite.Case;

/** Every fact of the document is in the session before the first rule fires; after that come only what rules conclude and what is united. */
class FirstFiringTest {
    private static final int CASES = 40;

    @Test
    void after_the_first_firing_no_fact_of_the_document_comes_in() throws Exception {
        List<Case> longest = new ArrayList<>(Shipped.cases());
        longest.sort(Comparator.comparing(c -> -c.given().toString().length()));
        int fired = 0;
        for (Case tested : longest.subList(0, CASES)) {
            Docket docket = Docket.of(
                    InspectionReader.read(tested.given(), Shipped.library(), tested.file()), Shipped.library());
            for (Docket.Group group : docket.groups()) {
                Order order = new Order();
                KieSession session = Holder.SESSION.whole(group.regime()).newKieSession();
                try {
                    session.addEventListener(order.inserted);
                    session.addEventListener(order.firing);
                    RuleSession.follow(session, group, 100_000);
                } finally {
                    session.dispose();
                }
                fired += order.fired ? 1 : 0;
                assertThat(order.late)
                        .as("%s: %s", tested.file(), tested.name())
                        .isEmpty();
            }
        }
        assertThat(fired).isGreaterThan(CASES / 2);
    }

    private static final class Holder {
        static final RuleSession SESSION = new RuleSession(new Models(Shipped.MODELS));
    }

    /** What came in after the first firing and is neither concluded nor united. */
    private static final class Order {
        private final List<Object> late = new ArrayList<>();
        private boolean fired;

        private final DefaultAgendaEventListener firing = new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
                fired = true;
            }
        };

        private final DefaultRuleRuntimeEventListener inserted = new DefaultRuleRuntimeEventListener() {
            @Override
            public void objectInserted(ObjectInsertedEvent event) {
                Object fact = event.getObject();
                if (fired && !(fact instanceof Conclusion || fact instanceof Exempt || fact instanceof Standing)) {
                    late.add(fact);
                }
            }
        };
    }
}
