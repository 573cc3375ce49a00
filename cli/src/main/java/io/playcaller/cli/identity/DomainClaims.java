package io.playcaller.cli.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.cli.Columns;
import io.playcaller.cli.Refused;
import io.playcaller.contracts.register.DomainRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims of domains: what a command makes of the stored one, and lines for people. */
final class DomainClaims {

    private DomainClaims() {}

    /**
     * The claim to put in the place of what is stored, if anything is. What another account claims, is refused there.
     *
     * @throws Refused when the account claims it on that day already: it would only begin later
     */
    static DomainRecord claimed(DomainRecord wanted, Optional<DomainRecord> stored) {
        if (stored.filter(claim -> claim.accountId().equals(wanted.accountId()) && claim.holdsOn(wanted.from()))
                .isPresent()) {
            throw new Refused("%s claims %s since %s already; ./playcaller domains end %s ends it"
                    .formatted(
                            wanted.accountId(),
                            stored.get().domain(),
                            stored.get().from(),
                            stored.get().domain()));
        }
        return wanted.withVersion(stored.map(DomainRecord::version).orElse(0L));
    }

    /** @throws Refused when it ended by then */
    static DomainRecord ended(DomainRecord stored, LocalDate on) {
        LocalDate until = stored.until();
        if (until != null && !until.isAfter(on)) {
            throw new Refused(
                    "the claim of %s by %s ended on %s".formatted(stored.domain(), stored.accountId(), until));
        }
        return new DomainRecord(stored.domain(), stored.accountId(), stored.version(), stored.from(), on);
    }

    /** A heading and a line a claim; last, how many there are. */
    static List<String> lines(JsonNode page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("DOMAIN", "ACCOUNT", "FROM", "UNTIL"));
        page.path("items").forEach(item -> rows.add(cells(IdentityDoors.claim(item))));
        int shown = rows.size() - 1;
        List<String> lines = new ArrayList<>(shown == 0 ? List.of() : Columns.aligned(rows));
        lines.add(shown + (page.hasNonNull("next") ? " shown, there are more." : " in all."));
        return lines;
    }

    private static List<String> cells(DomainRecord claim) {
        return List.of(claim.domain(), claim.accountId(), claim.from().toString(), day(claim.until()));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "-" : day.toString();
    }
}
