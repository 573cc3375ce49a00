package io.playcaller.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Places;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.event.SentTimes;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.source.KeyHolder;
import io.playcaller.ingest.source.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may take back what was told. */
class CorrectionRightsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Item USAGE = item(0, new Statement.Usage("Login", null, null, 1, true));
    private static final Item WITHDRAWAL = item(1, new Statement.Withdrawal(DAY, DAY, null, null));
    private static final Item RETRACTION = item(2, new Statement.Retraction("web", "m-0", "t", null, null));

    @Test
    void aKeyForEventsAloneMayNotAndItsOtherEventsAreLeftAlone() {
        List<Item> items = CorrectionRights.allowed(key(Scope.EVENTS), List.of(USAGE, WITHDRAWAL, RETRACTION));

        assertThat(items.get(0)).isEqualTo(USAGE);
        Refusal refusal = ((Step.Refused<Draft>) items.get(1).draft()).refusal();
        assertThat(refusal.code()).isEqualTo("correction.scope");
        assertThat(refusal.first().orElseThrow().field()).isEqualTo("/data");
        assertThat(items.get(1).id()).isEqualTo("m-1");
        assertThat(items.get(1).index()).isEqualTo(1);
        assertThat(items.get(2).draft()).isInstanceOf(Step.Refused.class);
    }

    @Test
    void whoWritesToATopicMayTakeAFactBackAndNotTheUsageOfAll() {
        assertThat(CorrectionRights.keyless(RETRACTION)).isEqualTo(RETRACTION);
        assertThat(CorrectionRights.keyless(WITHDRAWAL).draft()).isInstanceOf(Step.Refused.class);
    }

    @Test
    void oneForTheRegisterTooMay() {
        assertThat(CorrectionRights.allowed(key(Scope.EVENTS, Scope.REGISTER), List.of(WITHDRAWAL, RETRACTION)))
                .containsExactly(WITHDRAWAL, RETRACTION);
    }

    private static KeyHolder key(Scope... scopes) {
        return new KeyHolder("web", Set.of(scopes), null);
    }

    private static Item item(int index, Statement statement) {
        Draft draft = new Draft(
                "m-" + index, SentTimes.NONE, Subject.of("acme", null), statement, new Places("/id", "/time", "/data"));
        return Item.readable(index, RawItem.whole("application/json", new byte[0], Map.of()), draft);
    }
}
