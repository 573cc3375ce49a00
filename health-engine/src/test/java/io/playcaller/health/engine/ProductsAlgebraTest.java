package io.playcaller.health.engine;

import static io.playcaller.health.engine.Lives.ENGINE;
import static io.playcaller.health.engine.Lives.EVERY;
import static io.playcaller.health.engine.Lives.life;
import static io.playcaller.health.engine.Lives.noDelay;
import static io.playcaller.health.engine.Lives.sameAccount;
import static io.playcaller.health.engine.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Event;
import io.playcaller.contracts.health.Contribution;
import io.playcaller.contracts.health.HealthChanged;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.ProductScore;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.engine.testing.FactsOf;
import io.playcaller.health.engine.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Lives whose use is of products, few or more than are told apart. */
class ProductsAlgebraTest {

    private final StateCodec codec = new StateCodec();

    @Property(tries = 40)
    void lateAndDisorderedUseEndsInTheSameAccount(@ForAll long seed) {
        List<Event<?>> life = ofProducts(seed);
        Random random = new Random(seed);

        Story inOrder = told(life, noDelay());
        Story disordered = told(life, fact -> Duration.ofHours(random.nextInt(24 * 10)));

        sameAccount(inOrder, disordered);
        assertThat(disordered.state().facts().usage().products())
                .isEqualTo(inOrder.state().facts().usage().products());
    }

    @Property(tries = 20)
    void anyRestartMakesTheSameBytesAndTellsTheSame(@ForAll long seed) {
        List<Event<?>> life = ofProducts(seed);

        Story once = told(life, noDelay());
        Story again = told(new Story(ENGINE, "acme").restarting(), life, noDelay(), EVERY);

        assertThat(codec.encode(again.state())).isEqualTo(codec.encode(once.state()));
        assertThat(again.changes()).isEqualTo(once.changes());
        assertThat(codec.decode(codec.encode(once.state()))).isEqualTo(once.state());
    }

    @Property(tries = 20)
    void productsAreNoPartOfTheScore(@ForAll long seed) {
        Story named = told(ofProducts(seed), noDelay());
        Story plain = told(life(seed), noDelay());

        assertThat(named.state().score()).isEqualTo(plain.state().score());
        long last = 0;
        for (HealthChanged change : named.changes()) {
            assertThat(change.contributions().stream()
                            .mapToLong(Contribution::points)
                            .sum())
                    .isEqualTo(change.score() - last);
            last = change.score();
        }
    }

    @Property(tries = 20)
    void weightsOfAProductSumToTheWhole(@ForAll long seed) {
        for (HealthChanged change : told(ofProducts(seed), noDelay()).changes()) {
            List<ProductScore> products = change.products() == null ? List.of() : change.products();
            assertThat(products)
                    .hasSizeLessThanOrEqualTo(8)
                    .allSatisfy(product -> assertThat(product.measures().stream()
                                    .mapToInt(MeasureScore::weight)
                                    .sum())
                            .isEqualTo(product.score() == null ? 0 : 1_000_000));
        }
    }

    /** Two products, or up to twenty of which some come later. */
    private static List<Event<?>> ofProducts(long seed) {
        Random random = new Random(seed);
        int products = random.nextBoolean() ? 2 : 1 + random.nextInt(20);
        List<Event<?>> named = new ArrayList<>();
        for (Event<?> fact : life(seed)) {
            int day =
                    LocalDate.ofInstant(fact.envelope().time(), ZoneOffset.UTC).getDayOfYear();
            int known = 1 + Math.min(products - 1, day % 50);
            named.add(random.nextInt(4) == 0 ? fact : FactsOf.about("product-" + random.nextInt(known), fact));
        }
        return named;
    }
}
