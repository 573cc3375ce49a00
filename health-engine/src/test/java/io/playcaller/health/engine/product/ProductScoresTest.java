package io.playcaller.health.engine.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.ProductScore;
import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.testing.Day;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Models;
import io.playcaller.health.engine.testing.Story;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people read of the products that an account uses. */
class ProductScoresTest {

    private final FactsOf acme = FactsOf.account("acme");

    @Test
    void aProductThatNobodyUsesAnyMoreFallsWhileTheAccountStands() {
        Story story = started();
        use(story, 0, 60, "crm", "billing");
        assertThat(product(story, "billing").grade()).isEqualTo(Grade.A);
        Grade account = story.state().grade();

        use(story, 60, 42, "crm");

        assertThat(product(story, "billing").grade()).isEqualTo(Grade.E);
        assertThat(product(story, "billing").lastUsedOn()).isEqualTo(Day.MONDAY.plusDays(59));
        assertThat(sentences(product(story, "billing"))).contains("30 weekdays without use", "Used on 0 of 28 days");
        assertThat(product(story, "crm").grade()).isEqualTo(Grade.A);
        assertThat(story.state().grade()).isEqualTo(account);
    }

    @Test
    void whatAProductMovesAloneIsToldWithoutContributions() {
        Story story = started();
        use(story, 0, 60, "crm", "billing");

        int before = story.changes().size();
        use(story, 60, 42, "crm");

        List<HealthChanged> told =
                story.changes().subList(before, story.changes().size());
        assertThat(told).anySatisfy(change -> {
            assertThat(change.score()).isEqualTo(change.previousScore());
            assertThat(change.contributions()).isEmpty();
        });
        assertThat(told).allSatisfy(change -> assertThat(change.products()).hasSize(2));
    }

    @Test
    void aNewProductIsCollectingBeforeItIsJudged() {
        Story story = started();
        use(story, 0, 40, "crm");
        use(story, 40, 3, "crm", "billing");
        story.fact(acme.nps(Day.at(43, 1), 9));

        ProductScore billing = product(story, "billing");

        assertThat(billing.score()).isNull();
        assertThat(billing.grade()).isNull();
        assertThat(billing.confidence()).isZero();
        assertThat(sentences(billing))
                .containsExactly("Collecting, 3 of 14 days", "Collecting, 3 of 7 days", "Collecting, 3 of 35 days");

        use(story, 43, 5, "crm", "billing");

        assertThat(product(story, "billing").score()).isEqualTo(100_000);
        assertThat(product(story, "billing").confidence()).isEqualTo(450_000);
    }

    @Test
    void aProductIsForgottenAfterSixtyFourDays() {
        Story story = started();
        use(story, 0, 30, "crm", "billing");
        use(story, 30, 62, "crm");
        assertThat(product(story, "billing").score()).isZero();

        use(story, 92, 1, "crm");

        assertThat(last(story).products()).extracting(ProductScore::productId).containsExactly("crm");
    }

    @Test
    void withoutProductsNothingIsToldOfAny() {
        Story story = started().use(acme, Day.start(0), 30, "p-1", "p-2");

        assertThat(last(story).products()).isNull();
        assertThat(last(story).moreProducts()).isNull();
    }

    @Test
    void aModelThatScoresNoProductsTellsOfNone() {
        Story story = new Story(new HealthEngine(Models.withoutProducts()), "acme").tick(Day.start(0));
        use(story, 0, 20, "crm");

        assertThat(last(story).products()).isNull();
    }

    @Test
    void moreThanEightAreCounted() {
        Story story = started();
        for (int day = 0; day < 20; day++) {
            for (int i = 0; i < 30; i++) {
                story.fact(FactsOf.about("product-" + i, acme.used(Day.at(day, 9), "p-" + i)));
            }
            story.tick(Day.start(day + 1));
        }

        assertThat(last(story).products()).hasSize(8);
        // 30 in all; three standard errors of 1 ÷ √8 are more than all of them
        assertThat(last(story).moreProducts()).isBetween(1L, 60L);
    }

    @Test
    void aQuietSourceFreezesWhatItFeeds() {
        Story story = started();
        use(story, 0, 60, "crm", "billing");
        Long before = product(story, "crm").score();

        story.quiet("web", Day.at(59, 12)).daysUntil(Day.start(75));

        assertThat(product(story, "crm").score()).isEqualTo(before);
        assertThat(product(story, "crm").confidence()).isZero();
        assertThat(product(story, "crm").measures()).allMatch(MeasureScore::frozen);
    }

    @Test
    void useThatIsWithdrawnIsOfNoProduct() {
        Story story = started();
        use(story, 0, 20, "crm");
        use(story, 20, 10, "crm", "billing");

        story.fact(acme.withdrawn(Day.at(30, 1), Day.MONDAY.plusDays(20), Day.MONDAY.plusDays(29)));

        assertThat(last(story).products()).extracting(ProductScore::productId).containsExactly("crm");
        assertThat(product(story, "crm").lastUsedOn()).isEqualTo(Day.MONDAY.plusDays(19));
    }

    @Test
    void whatIsNotMeaningfulIsOfNoProduct() {
        Story story = started();
        use(story, 0, 10, "crm");
        story.fact(FactsOf.about("billing", acme.viewed(Day.at(10, 1), "p-1"))).tick(Day.start(11));

        assertThat(last(story).products()).extracting(ProductScore::productId).containsExactly("crm");
    }

    private Story started() {
        return new Story(new HealthEngine(Models.oneCard()), "acme")
                .tick(Day.start(0))
                .fact(acme.contract(Day.start(0), "c", Day.MONDAY, 3_000_000, 2, 1));
    }

    /** Two people use the products each day at nine, and the day goes by. */
    private void use(Story story, int first, int days, String... products) {
        for (int day = first; day < first + days; day++) {
            for (String product : products) {
                story.fact(FactsOf.about(product, acme.used(Day.at(day, 9), "p-1")))
                        .fact(FactsOf.about(product, acme.used(Day.at(day, 9), "p-2", "exports")));
            }
            story.tick(Day.at(day, 9)).tick(Day.start(day + 1));
        }
    }

    private static HealthChanged last(Story story) {
        return story.changes().get(story.changes().size() - 1);
    }

    private static ProductScore product(Story story, String id) {
        return Objects.requireNonNull(last(story).products()).stream()
                .filter(product -> product.productId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> sentences(ProductScore product) {
        return product.measures().stream().map(MeasureScore::sentence).toList();
    }
}
