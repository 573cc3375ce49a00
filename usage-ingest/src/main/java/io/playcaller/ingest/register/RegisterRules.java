package io.playcaller.ingest.register;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.ContractMovement;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DomainRecord;
import io.playcaller.contracts.register.LossReviewRecord;
import io.playcaller.contracts.register.OpportunityRecord;
import io.playcaller.contracts.register.OpportunityStage;
import io.playcaller.contracts.register.Owner;
import io.playcaller.contracts.register.OwnersRecord;
import io.playcaller.contracts.register.ParentLink;
import io.playcaller.contracts.register.Reference;
import io.playcaller.contracts.register.ReferencesRecord;
import io.playcaller.ingest.refusal.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a record of the register must be, beyond the kinds of its fields. Every fault is said, each with its field. */
public final class RegisterRules {

    private final List<Fault> faults = new ArrayList<>();

    private RegisterRules() {}

    /** All that is wrong with it; empty when nothing is. */
    public static List<Fault> faults(Record record) {
        RegisterRules rules = new RegisterRules();
        if (record instanceof AccountRecord account) {
            rules.account(account);
        } else if (record instanceof ContractRecord contract) {
            rules.contract(contract);
        } else if (record instanceof OwnersRecord owners) {
            rules.owners(owners);
        } else if (record instanceof InvoiceChanged invoice) {
            rules.invoice(invoice);
        } else if (record instanceof OpportunityRecord opportunity) {
            rules.opportunity(opportunity);
        } else if (record instanceof LossReviewRecord review) {
            rules.lossReview(review);
        } else if (record instanceof ReferencesRecord references) {
            rules.references(references);
        } else if (record instanceof DomainRecord domain) {
            rules.domain(domain);
        }
        return List.copyOf(rules.faults);
    }

    private void account(AccountRecord account) {
        if (account.zone() != null && !isZone(account.zone())) {
            fault("/zone", "an IANA time zone, such as Europe/Berlin", account.zone());
        }
        LocalDate free = LocalDate.MIN;
        for (int i = 0; i < account.parents().size(); i++) {
            ParentLink link = account.parents().get(i);
            String at = "/parents/" + i;
            if (link.parentId().equals(account.accountId())) {
                fault(at + "/parentId", "another account", link.parentId());
            }
            if (link.from().isBefore(free)) {
                fault(at + "/from", "a day on or after the end of the parent before it, " + free, link.from());
            }
            ends(at + "/until", link.from(), link.until());
            free = link.until() == null ? LocalDate.MAX : link.until();
        }
    }

    private void contract(ContractRecord contract) {
        after("/endsOn", contract.startsOn(), contract.endsOn());
        if (contract.noticeDays() < 0) {
            fault("/noticeDays", "0 or more days", contract.noticeDays());
        }
        if (contract.contractId().equals(contract.replaces())) {
            fault("/replaces", "another contract", contract.contractId());
        }
        Set<String> lines = new HashSet<>();
        for (int i = 0; i < contract.lines().size(); i++) {
            line("/lines/" + i, contract.lines().get(i), lines);
        }
        Set<String> movements = new HashSet<>();
        for (int i = 0; i < contract.movements().size(); i++) {
            movement("/movements/" + i, contract.movements().get(i), lines, movements);
        }
    }

    private void line(String at, ContractLine line, Set<String> lines) {
        unique(at + "/lineId", line.lineId(), lines);
        after(at + "/endsOn", line.startsOn(), line.endsOn());
        notNegative(at + "/arr/minor", line.arr());
        if (line.seats() != null && line.seats() < 0) {
            fault(at + "/seats", "0 or more seats", line.seats());
        }
        faults.addAll(LineAmountRules.faults(at, line));
    }

    private void movement(String at, ContractMovement movement, Set<String> lines, Set<String> movements) {
        unique(at + "/movementId", movement.movementId(), movements);
        if (movement.lineId() != null && !lines.contains(movement.lineId())) {
            fault(at + "/lineId", "the lineId of a line of this contract", movement.lineId());
        }
        long delta = movement.delta().minor();
        switch (movement.kind()) {
            case CONTRACTION, CHURN -> {
                if (delta > 0) {
                    fault(at + "/delta/minor", "0 or less, because it is a loss", delta);
                }
            }
            case NEW, EXPANSION, UPLIFT, REACTIVATION -> {
                if (delta < 0) {
                    fault(at + "/delta/minor", "0 or more, because it is a gain", delta);
                }
            }
            case RENEWAL, UNKNOWN -> {}
        }
    }

    private void owners(OwnersRecord owners) {
        for (int i = 0; i < owners.owners().size(); i++) {
            Owner owner = owners.owners().get(i);
            String at = "/owners/" + i;
            ends(at + "/until", owner.from(), owner.until());
            for (int j = 0; j < i; j++) {
                if (overlap(owner, owners.owners().get(j))) {
                    fault(at + "/from", "a time in which nobody else holds the role " + owner.role(), owner.from());
                    break;
                }
            }
        }
    }

    private static boolean overlap(Owner a, Owner b) {
        return a.role().equals(b.role())
                && (a.until() == null || a.until().isAfter(b.from()))
                && (b.until() == null || b.until().isAfter(a.from()));
    }

    private void invoice(InvoiceChanged invoice) {
        notNegative("/amount/minor", invoice.amount());
        if (invoice.dueOn().isBefore(invoice.issuedOn())) {
            fault("/dueOn", "a day on or after issuedOn, " + invoice.issuedOn(), invoice.dueOn());
        }
    }

    private void opportunity(OpportunityRecord opportunity) {
        notNegative("/arr/minor", opportunity.arr());
        boolean open = opportunity.stage() == OpportunityStage.OPEN;
        LocalDate closed = opportunity.closedOn();
        if (open != (closed == null)) {
            String expected = open ? "absent while the stage is open" : "the day on which it was decided";
            fault("/closedOn", expected, closed == null ? "absent" : closed);
        } else if (closed != null && closed.isBefore(opportunity.openedOn())) {
            fault("/closedOn", "a day on or after openedOn, " + opportunity.openedOn(), closed);
        }
        if (opportunity.reason() != null && opportunity.stage() != OpportunityStage.LOST) {
            fault(
                    "/reason",
                    "absent unless the stage is lost",
                    opportunity.reason().code());
        }
    }

    private void lossReview(LossReviewRecord review) {
        if (review.reviewedOn().equals(review.corrects())) {
            fault(
                    "/corrects",
                    "absent, or the wrong day that was said before instead of reviewedOn",
                    review.reviewedOn());
        }
    }

    private void references(ReferencesRecord references) {
        for (int i = 0; i < references.references().size(); i++) {
            Reference reference = references.references().get(i);
            ends("/references/" + i + "/until", reference.from(), reference.until());
        }
    }

    /** One that ends on the day of its beginning never held. */
    private void domain(DomainRecord domain) {
        if (domain.until() != null && domain.until().isBefore(domain.from())) {
            fault("/until", "a day on or after from, " + domain.from(), domain.until());
        }
    }

    private void after(String field, LocalDate start, LocalDate end) {
        if (!end.isAfter(start)) {
            fault(field, "a day after the start, " + start, end);
        }
    }

    private void ends(String field, LocalDate from, @Nullable LocalDate until) {
        if (until != null) {
            after(field, from, until);
        }
    }

    private void notNegative(String field, Money amount) {
        if (amount.minor() < 0) {
            fault(field, "0 or more", amount.minor());
        }
    }

    private void unique(String field, String id, Set<String> seen) {
        if (!seen.add(id)) {
            fault(field, "an id that occurs once", id);
        }
    }

    private void fault(String field, String expected, Object actual) {
        faults.add(new Fault(field, expected, String.valueOf(actual)));
    }

    private static boolean isZone(String zone) {
        try {
            return ZoneId.of(zone).getId().contains("/") || zone.equals("UTC");
        } catch (DateTimeException e) {
            return false;
        }
    }
}
