package io.playcaller.ingest.register.out;

import io.playcaller.contracts.RegisterKey;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.identity.ClaimedDomains;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.identity.MailDomains;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Claims of domains, as rows of the register hold them. */
final class ClaimRows {

    private ClaimRows() {}

    /** The keys of all claims that one of the addresses may be under. */
    static List<String> keys(Collection<String> emails, MailDomains mail) {
        return emails.stream()
                .flatMap(email -> DomainName.ofEmail(email).stream())
                .filter(mail::mayTell)
                .flatMap(domain -> domain.andParents().stream())
                .map(domain -> RegisterKey.domain(domain.text()))
                .distinct()
                .toList();
    }

    /** Those of the claims that hold on a day. */
    static ClaimedDomains on(LocalDate day, List<DomainRecord> claims) {
        Map<DomainName, String> accounts = new HashMap<>();
        claims.stream()
                .filter(claim -> claim.holdsOn(day))
                .forEach(claim -> accounts.put(new DomainName(claim.domain()), claim.accountId()));
        return new ClaimedDomains(accounts);
    }

    static DomainRecord claim(String key, String record) {
        return (DomainRecord) StoredRecord.read(key, record).record();
    }
}
