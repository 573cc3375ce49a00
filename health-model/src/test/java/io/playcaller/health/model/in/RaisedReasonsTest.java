package io.playcaller.health.model.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.model.DirectRule;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/reasons.md} names what raises a reason as the shipped model does. */
class RaisedReasonsTest {

    private static final Path PAGE = Path.of("../docs/reasons.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z_.]+)` \\|[^|]*\\|[^|]*\\|[^|]*\\|[^|]*\\|([^|]*)\\|[^|]*\\|");
    private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

    /** Not of the model: the health of sources, what happens once, the brake and the set-up of play-router, and renewals. */
    private static final Set<String> OTHERS = Set.of("source", "life", "brake", "renewal", "set-up");

    private final HealthModel model =
            ModelFolder.read("model-dir", Optional.empty()).model();

    @Test
    void thePageNamesTheRulesOfTheShippedModel() throws IOException {
        Map<String, Set<String>> raised = new TreeMap<>();
        for (DirectRule rule : model.signals().direct()) {
            add(raised, rule.condition().reason(), rule.condition().id());
        }
        for (Measure measure : model.scoring().measures()) {
            add(raised, measure.reason(), "score");
        }
        add(raised, Reason.SUP_SEVERE_OPEN, "score"); // where its floor holds the score

        assertThat(page()).isEqualTo(raised);
    }

    @Test
    void everyConditionHasARule() {
        assertThat(model.signals().direct())
                .extracting(DirectRule::condition)
                .containsExactlyInAnyOrder(Condition.values());
    }

    private static void add(Map<String, Set<String>> raised, Reason reason, String by) {
        raised.computeIfAbsent(reason.code(), any -> new TreeSet<>()).add(by);
    }

    private static Map<String, Set<String>> page() throws IOException {
        Map<String, Set<String>> page = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            Matcher word = WORD.matcher(row.group(2));
            while (word.find()) {
                if (!OTHERS.contains(word.group(1))) {
                    page.computeIfAbsent(row.group(1), any -> new TreeSet<>()).add(word.group(1));
                }
            }
        }
        return page;
    }
}
