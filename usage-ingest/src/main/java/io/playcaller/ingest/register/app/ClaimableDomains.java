package io.playcaller.ingest.register.app;

import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.identity.MailDomains;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Entry;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses claims of domains where anybody may be. */
@ApplicationScoped
public class ClaimableDomains {

    private final MailDomains mail;

    ClaimableDomains(MailDomains mail) {
        this.mail = mail;
    }

    /** The entry, if it is no claim or one that an account may have. */
    public Step<Entry> check(Entry entry) {
        if (!(entry.record() instanceof DomainRecord claim)) {
            return Step.kept(entry);
        }
        return mail.unmet(new DomainName(claim.domain()))
                .map(unmet ->
                        Step.<Entry>refused(Refusal.field(Refusal.DOMAIN_SHARED, "/domain", unmet, claim.domain())))
                .orElseGet(() -> Step.kept(entry));
    }
}
