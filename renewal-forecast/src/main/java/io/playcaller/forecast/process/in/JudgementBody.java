package io.playcaller.forecast.process.in;

import io.playcaller.forecast.engine.LogOdds;
import io.playcaller.forecast.engine.process.JudgeRole;
import io.playcaller.forecast.engine.process.JudgementRule;
import io.playcaller.forecast.process.JudgementWish;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of a renewal: at least one of category, renews and amountMinor.
 *
 * @param as csm or manager; absent for the higher one that the caller may be
 * @param renews millionths
 * @param amountMinor what they expect to keep, minor units of the contract's currency
 * @param because why
 * @param days for how many UTC days it counts, today being the first; as the process says where absent
 */
public record JudgementBody(
        @Nullable String as,
        @Nullable String category,
        @Nullable BigDecimal renews,
        @Nullable BigDecimal amountMinor,
        @Nullable String because,
        @Nullable BigDecimal days) {

    private static final long LARGEST_AMOUNT = 1_000_000_000_000_000L;

    /** A body that says nothing. */
    static JudgementBody empty() {
        return new JudgementBody(null, null, null, null, null, null);
    }

    /**
     * The wish.
     *
     * @param may what the caller may judge as, at least one
     * @throws io.playcaller.chassis.problem.ProblemException naming every field at fault
     */
    JudgementWish checked(Set<JudgeRole> may, JudgementRule rule, String author) {
        Said said = new Said("judgement.invalid");
        JudgeRole role = role(may, said);
        var judged = said.category("/category", category);
        Long probability = said.whole("/renews", renews, 0, LogOdds.ONE);
        Long amount = said.whole("/amountMinor", amountMinor, 0, LARGEST_AMOUNT);
        if (category == null && renews == null && amountMinor == null) {
            said.fault("/category", "a category, or renews or amountMinor", null);
        }
        String why = said.because(because);
        Long counts = said.whole("/days", days, 1, rule.atMost());
        said.orThrow();
        return new JudgementWish(
                role,
                judged,
                amount,
                probability == null ? null : probability.intValue(),
                author,
                why,
                counts == null ? rule.expiresAfter() : counts.intValue());
    }

    private JudgeRole role(Set<JudgeRole> may, Said said) {
        if (as == null) {
            return may.contains(JudgeRole.MANAGER) ? JudgeRole.MANAGER : JudgeRole.CSM;
        }
        JudgeRole role = JudgeRole.of(as).orElse(null);
        if (role == null || !may.contains(role)) {
            said.fault("/as", "who you are: csm with the role csm, manager with the role lead", as);
        }
        return role == null ? JudgeRole.CSM : role;
    }
}
