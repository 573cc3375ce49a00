package io.playcaller.router.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.playcaller.router.TestRules;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldoutPolicyTest {

    private static final int ACCOUNTS = 100_000;

    /** Deviations of a binomial count that chance exceeds in less than one of a million draws. */
    private static final double SIGMAS = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 50})
    void theShareOfManyAccountsIsTheOneThatIsStated(int percent) {
        double expected = ACCOUNTS * percent / 100.0;
        double sigma = Math.sqrt(expected * (1 - percent / 100.0));

        assertThat((double) heldOut(tech(percent, "1"), "gone-silent")).isCloseTo(expected, within(SIGMAS * sigma));
    }

    @Test
    void aDrawIsTheSameWheneverItIsAsked() {
        assertThat(accounts().filter(account -> holds(tech(10, "1"), account)).toArray())
                .isEqualTo(accounts()
                        .filter(account -> holds(tech(10, "1"), account))
                        .toArray());
    }

    @Test
    void whoIsHeldOutAtAShareIsSoAtALargerOne() {
        assertThat(accounts().filter(account -> holds(tech(5, "1"), account)))
                .allMatch(account -> holds(tech(10, "1"), account));
    }

    @Test
    void anotherSaltAndAnotherPlayDrawAnew() {
        HoldoutPolicy half = tech(50, "1");
        double both = ACCOUNTS / 4.0;
        double sigma = Math.sqrt(both * 0.75);

        long otherSalt = accounts()
                .filter(account -> holds(half, account) && holds(tech(50, "2"), account))
                .count();
        long otherPlay = accounts()
                .filter(account -> holds(half, account) && half.holdsOut("breadth", "a-" + account, "tech-touch"))
                .count();

        assertThat((double) otherSalt).isCloseTo(both, within(SIGMAS * sigma));
        assertThat((double) otherPlay).isCloseTo(both, within(SIGMAS * sigma));
    }

    @ParameterizedTest
    @CsvSource({
        "gone-silent,tech-touch,10",
        "gone-silent,pooled,5",
        "gone-silent,mid-market,0",
        "gone-silent,enterprise,0",
        "gone-silent,,0",
        "sponsor-left,pooled,0",
        "severe-ticket,pooled,0",
        "account-escalation,tech-touch,0",
        "invoice-overdue,tech-touch,0"
    })
    void whatShipsHoldsOutSome(String play, String tier, int percent) {
        assertThat(TestRules.read().plays().holdout().percentOf(play, tier)).isEqualTo(percent);
    }

    @Test
    void aPlayMayStateItsOwnShareForAllItsTiers() {
        HoldoutPolicy policy = new HoldoutPolicy("1", Map.of("pooled", 5), Map.of("breadth", 20), Set.of());

        assertThat(policy.percentOf("breadth", "pooled")).isEqualTo(20);
        assertThat(policy.percentOf("breadth", "enterprise")).isEqualTo(20);
        assertThat(policy.percentOf("kickoff", "pooled")).isEqualTo(5);
    }

    private static HoldoutPolicy tech(int percent, String salt) {
        return new HoldoutPolicy(salt, Map.of("tech-touch", percent), Map.of(), Set.of());
    }

    private static boolean holds(HoldoutPolicy policy, int account) {
        return policy.holdsOut("gone-silent", "a-" + account, "tech-touch");
    }

    private static long heldOut(HoldoutPolicy policy, String play) {
        return accounts()
                .filter(account -> policy.holdsOut(play, "a-" + account, "tech-touch"))
                .count();
    }

    private static IntStream accounts() {
        return IntStream.range(0, ACCOUNTS);
    }
}
