package io.playcaller.router.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.register.Owner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void theRecipientHasTheRoleFromThatDayAndOtherRolesStay() {
        List<Owner> owners = List.of(owner("csm", "ana", -100, null), owner("account-manager", "max", -100, null));

        List<Owner> after = Ownership.passed(owners, "csm", "ben", DAY);

        assertThat(after)
                .containsExactlyInAnyOrder(
                        owner("csm", "ana", -100, 0),
                        owner("account-manager", "max", -100, null),
                        owner("csm", "ben", 0, null));
    }

    /** Before the day everybody has what they had, from it on the recipient alone. */
    @Property
    void whatWasBeforeStaysAndAfterwardsThereIsOne(
            @ForAll @Size(max = 6) List<@IntRange(min = -40, max = 40) Integer> starts,
            @ForAll @IntRange(min = -60, max = 60) int look) {
        List<Owner> owners = new ArrayList<>();
        for (int number = 0; number < starts.size(); number++) {
            Integer until = number % 2 == 0 ? null : Integer.valueOf(starts.get(number) + 15);
            owners.add(owner("csm", "p" + number, starts.get(number), until));
        }
        LocalDate day = DAY.plusDays(look);

        List<Owner> after = Ownership.passed(owners, "csm", "ben", DAY);

        assertThat(Ownership.on(after, "csm", day))
                .isEqualTo(
                        day.isBefore(DAY)
                                ? Ownership.on(owners, "csm", day)
                                : Ownership.on(List.of(owner("csm", "ben", 0, null)), "csm", day));
    }

    private static Owner owner(String role, String staffId, int from, @Nullable Integer until) {
        return new Owner(role, staffId, DAY.plusDays(from), until == null ? null : DAY.plusDays(until));
    }
}
