package io.playcaller.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExclusionRulesTest {

    private final ExclusionRules rules = new ExclusionRules(
            Set.of("Makers.example"), Set.of("u-17"), Map.of("role", Set.of("support")), List.of("Googlebot"));

    @Test
    void ownPeopleAreToldByDomainIdOrTrait() {
        assertThat(rules.judge("u-17", Signs.NONE)).contains(Exclusion.STAFF);
        assertThat(rules.judge("ann@makers.EXAMPLE", Signs.NONE)).contains(Exclusion.STAFF);
        assertThat(rules.judge("u-1", signs("ann@makers.example", null))).contains(Exclusion.STAFF);
        assertThat(rules.judge("u-1", new Signs(null, null, false, Map.of("role", "support"))))
                .contains(Exclusion.STAFF);
    }

    @Test
    void whoOnlyLooksLikeThemIsACustomer() {
        assertThat(rules.judge("u-170", Signs.NONE)).isEmpty();
        assertThat(rules.judge("u-1", signs("ann@sub.makers.example", null))).isEmpty();
        assertThat(rules.judge("u-1", signs("makers.example", null))).isEmpty();
        assertThat(rules.judge("u-1", new Signs(null, null, false, Map.of("role", "Support"))))
                .isEmpty();
        assertThat(rules.judge(null, Signs.NONE)).isEmpty();
    }

    @Test
    void aBotIsToldByItsAgent() {
        assertThat(rules.judge(null, signs(null, "Mozilla/5.0 (compatible; GoogleBot/2.1)")))
                .contains(Exclusion.BOT);
        assertThat(rules.judge(null, signs(null, "Mozilla/5.0 (CUBOT KINGKONG)")))
                .isEmpty();
    }

    @Test
    void whoActsAsAnotherIsNotThatOne() {
        assertThat(rules.judge("u-1", new Signs("ann@makers.example", "Googlebot", true, Map.of())))
                .contains(Exclusion.IMPERSONATION);
        assertThat(ExclusionRules.NONE.judge("u-1", new Signs(null, null, true, Map.of())))
                .contains(Exclusion.IMPERSONATION);
    }

    private static Signs signs(@Nullable String email, @Nullable String agent) {
        return new Signs(email, agent, false, Map.of());
    }
}
