package io.playcaller.health.model.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.health.engine.model.Declared;
import io.playcaller.health.engine.model.Expression;
import io.playcaller.health.engine.model.Expression.Change;
import io.playcaller.health.engine.model.Expression.Contacts;
import io.playcaller.health.engine.model.Expression.DaysSince;
import io.playcaller.health.engine.model.Expression.DaysWith;
import io.playcaller.health.engine.model.Expression.Features;
import io.playcaller.health.engine.model.Expression.People;
import io.playcaller.health.engine.model.Expression.Ratio;
import io.playcaller.health.engine.model.Expression.Seats;
import io.playcaller.health.engine.model.Expression.Uses;
import io.playcaller.health.engine.model.Measure;
import io.playcaller.health.engine.model.Sign;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures that {@code scorecards.yaml} declares. They stand after the fifteen that ship. */
class ValuePartTest {

    @Test
    void everyQuestionIsRead() {
        is("daysSince: { touch: any }", new DaysSince(new Sign.TouchWith(null)));
        is("daysSince: { touch: power-user }", new DaysSince(new Sign.TouchWith(ContactRole.POWER_USER)));
        is("daysSince: { use: any }", new DaysSince(new Sign.Use()));
        is("daysSince: { use: admin }", new DaysSince(new Sign.UseBy(ContactRole.ADMIN)));
        is("daysWith: { feature: export, days: 28 }", new DaysWith(new Sign.UseOf("export"), 28));
        is("uses: { days: 63 }", new Uses(63));
        is("people: { days: 7 }", new People(null, 7));
        is("features: { of: [export, share], days: 14 }", new Features(List.of("export", "share"), 14));
        is("seats: paid", new Seats());
        is(
                "ratio: { of: { people: { role: champion, days: 28 } }, to: { contacts: champion } }",
                new Ratio(new People(ContactRole.CHAMPION, 28), new Contacts(ContactRole.CHAMPION)));
        is("change: { of: { uses: { days: 7 } }, against: 28 }", new Change(new Uses(7), 28));
    }

    @Test
    void aMeasureOfOnesOwnHasAPlaceANameAndALabel() {
        Declared declared = (Declared) own("seats: paid").kind();

        assertThat(declared.place()).isZero();
        assertThat(declared.id()).isEqualTo("own");
        assertThat(declared.label()).isEqualTo("Ours");
    }

    @Test
    void aMisspeltQuestionIsToldTheNearest() {
        fault("daySince: { use: any }", "measures[15].value.daySince: is unknown; did you mean `daysSince`?");
        fault("daysSince: { feture: export }", "value.daysSince.feture: is unknown; did you mean `feature`?");
        fault("daysSince: { touch: champignon }", "value.daysSince.touch", "`champion`");
    }

    @Test
    void oneQuestionIsAskedAtATime() {
        fault("{ seats: paid, uses: { days: 7 } }", "measures[15].value: must say exactly one of daysSince, daysWith");
        fault("daysSince: { use: any, touch: any }", "value.daysSince: must say exactly one of use, feature, touch");
    }

    @Test
    void moreDaysThanAreKeptAreRefusedWithTheBound() {
        fault("daysWith: { feature: export, days: 29 }", "value.daysWith.days: must be 1 to 28, is 29");
        fault("change: { of: { uses: { days: 14 } }, against: 50 }", "value.change.against: must be 1 to 49, is 50");
    }

    @Test
    void whatDoesNotAddUpOverDaysHasNoChange() {
        fault("change: { of: { people: { days: 7 } }, against: 7 }", "value.change.of: must be `uses` or `daysWith`");
    }

    @Test
    void whatTwoSourcesTellIsNoShare() {
        fault(
                "ratio: { of: { daysWith: { touch: any, days: 7 } }, to: { uses: { days: 7 } } }",
                "value.ratio.to: must come from the same source");
    }

    @Test
    void aNameThatTheEngineKnowsIsTaken() {
        assertThatThrownBy(() -> files("nps", "seats: paid").model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("measures[15].measure: `nps` is known to the engine");
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThatThrownBy(() -> OwnFiles.with(
                                files("own", "daysWith: { feature: export, days: 29 }"),
                                "scorecards.yaml",
                                "weight: 7",
                                "weight: 7000")
                        .model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("measures[15].value.daysWith.days", "measures[15].weight");
    }

    private static void is(String value, Expression expression) {
        assertThat(((Declared) own(value).kind()).expression()).isEqualTo(expression);
    }

    private static Measure own(String value) {
        return files("own", value).model().scoring().measures().get(15);
    }

    private static void fault(String value, String... said) {
        assertThatThrownBy(() -> files("own", value).model())
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(said);
    }

    private static ModelFiles files(String id, String value) {
        String flow = value.startsWith("{") ? value : "{ " + value + " }";
        String measure = """
                  - measure: %s
                    label: Ours
                    value: %s
                    dimension: usage
                    weight: 7
                    optional: true
                    reason: usage.level_low
                    curve: { 0: 0, 28: 100 }
                """.formatted(id, flow);
        return OwnFiles.with(OwnFiles.SHIPPED, "scorecards.yaml", "\nscorecards:\n", "\n" + measure + "scorecards:\n");
    }
}
