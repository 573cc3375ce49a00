package io.playcaller.router.staff.app;

import io.playcaller.router.rules.RouterRules;
import io.playcaller.router.rules.app.CurrentRules;
import io.playcaller.router.staff.Diary;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.staff.Workload;
import io.playcaller.router.staff.out.PgWorkloads;
import io.playcaller.router.staff.out.PgWorkloads.PersonDay;
import io.playcaller.router.store.Transactions.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What our people have to do as of a transaction. Two transactions at the same instant do not see each other's tasks: both may
 * take the last room of a day.
 */
@ApplicationScoped
public class Workloads {

    private final CurrentRules rules;
    private final PgWorkloads stored;

    Workloads(CurrentRules rules, PgWorkloads stored) {
        this.rules = rules;
        this.stored = stored;
    }

    /** @param accounts of which who had the last task counts */
    public Uni<Workload> load(Transaction tx, Collection<String> accounts) {
        RouterRules current = rules.get();
        Diary diary = current.diary(tx.now());
        List<PersonDay> days = current.directory().people().stream()
                .map(person -> day(person, diary, current))
                .toList();
        return stored.load(tx, days, accounts, current.coverage().day().tasks());
    }

    private static PersonDay day(StaffMember person, Diary diary, RouterRules current) {
        LocalDate day = diary.day(person);
        return new PersonDay(
                person.staffId(), current.calendarOfPerson(person.staffId()).zone(), day, diary.begins(person, day));
    }
}
