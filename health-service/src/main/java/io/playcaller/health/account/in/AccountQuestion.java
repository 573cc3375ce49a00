package io.playcaller.health.account.in;

import io.playcaller.contracts.health.Grade;
import io.playcaller.health.account.AccountFilter;
import io.playcaller.health.account.AccountFilter.Confidence;
import io.playcaller.health.account.AccountFilter.Kind;
import io.playcaller.health.account.AccountFilter.Merged;
import io.playcaller.health.account.AccountFilter.Owned;
import io.playcaller.health.account.AccountFilter.Scored;
import io.playcaller.health.account.AccountFilter.Using;
import io.playcaller.health.account.NoScore;
import io.playcaller.health.engine.model.ProfileRules;
import io.playcaller.health.engine.model.TierRule;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters that choose accounts; all of them must hold. */
public class AccountQuestion {

    private static final Set<String> GRADES = Set.of("A", "B", "C", "D", "E");
    private static final Set<String> MERGED = Set.of("exclude", "include", "only");
    private static final Set<String> YES_OR_NO = Set.of("yes", "no");
    private static final int LONGEST_ID = 512;
    private static final int MILLIONTHS_PER_PERCENT = 10_000;

    @RestQuery
    @Nullable
    String grade;

    @RestQuery
    @Parameter(description = "as profile.yaml names it")
    @Nullable
    String segment;

    @RestQuery
    @Parameter(description = "as profile.yaml names it")
    @Nullable
    String tier;

    @RestQuery
    @Parameter(description = "as profile.yaml names it")
    @Nullable
    String stage;

    @RestQuery
    @Parameter(description = "staff id: whoever holds any role on the account today")
    @Nullable
    String owner;

    @RestQuery
    @Parameter(description = "code of a reason, such as usage.drop, that is open")
    @Nullable
    String reason;

    @RestQuery
    @Parameter(description = "percent, included")
    @Nullable
    String minConfidence;

    @RestQuery
    @Parameter(description = "percent, included")
    @Nullable
    String maxConfidence;

    @RestQuery
    @Parameter(description = "RFC 3339: the score changed then or later")
    @Nullable
    String changedSince;

    @RestQuery
    @Parameter(description = "yes or no; without it both")
    @Nullable
    String scored;

    @RestQuery
    @Parameter(description = "why there is no score: collecting, no-inputs or quarantined")
    @Nullable
    String noScore;

    @RestQuery
    @Parameter(description = "accounts that are merged into another: exclude, which is the default, include or only")
    @Nullable
    String merged;

    @RestQuery
    @Parameter(description = "id of a product that it uses, as facts of use name it")
    @Nullable
    String product;

    @RestQuery
    @Parameter(description = "grade of that product, A to E")
    @Nullable
    String productGrade;

    /** @param today on which an owner must own */
    AccountFilter filter(ProfileRules rules, LocalDate today) {
        return new AccountFilter(
                new Kind(
                        Questions.oneOf("grade", grade, GRADES),
                        Questions.oneOf("segment", segment, names(rules, TierRule::segment)),
                        Questions.oneOf("tier", tier, names(rules, TierRule::tier)),
                        Questions.oneOf("stage", stage, rules.stages().names()),
                        using()),
                owned(today),
                Questions.reason("reason", reason),
                confidence(),
                Questions.instant("changedSince", changedSince),
                scored(),
                merged());
    }

    private @Nullable Using using() {
        String id = Questions.id("product", product, LONGEST_ID);
        String letter = Questions.oneOf("productGrade", productGrade, GRADES);
        if (id == null && letter != null) {
            throw Questions.refused("product", "the id of the product that is to have the grade", "none");
        }
        return id == null ? null : new Using(id, letter == null ? null : Grade.valueOf(letter));
    }

    private @Nullable Owned owned(LocalDate today) {
        String staffId = Questions.id("owner", owner, LONGEST_ID);
        return staffId == null ? null : new Owned(staffId, today);
    }

    private Confidence confidence() {
        return new Confidence(
                millionths(Questions.percent("minConfidence", minConfidence)),
                millionths(Questions.percent("maxConfidence", maxConfidence)));
    }

    private Scored scored() {
        String yes = Questions.oneOf("scored", scored, YES_OR_NO);
        String why = Questions.oneOf("noScore", noScore, NoScore.codes());
        return new Scored(
                yes == null ? null : (Boolean) yes.equals("yes"),
                why == null ? null : NoScore.ofCode(why).orElseThrow());
    }

    private Merged merged() {
        String what = Questions.oneOf("merged", merged, MERGED);
        return what == null ? Merged.EXCLUDE : Merged.valueOf(what.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Integer millionths(@Nullable Integer percent) {
        return percent == null ? null : (Integer) (percent * MILLIONTHS_PER_PERCENT);
    }

    private static Set<String> names(ProfileRules rules, Function<TierRule, String> name) {
        return rules.tiers().stream().map(name).collect(Collectors.toSet());
    }
}
