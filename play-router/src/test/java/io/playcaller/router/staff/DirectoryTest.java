package io.playcaller.router.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.TestRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private final Directory directory = TestRules.read().directory();

    @Test
    void whoHasLeftIsNobodyToBeTold() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        Directory leaving =
                new Directory(List.of(Somebody.called("cal").leavesAt(noon).build()));

        assertThat(leaving.personAt("cal", noon.minusSeconds(1))).isPresent();
        assertThat(leaving.personAt("cal", noon)).isEmpty();
    }

    @Test
    void whoHasLeftIsKnownAgainByStaffIdAndByAddressFromTheirInstantOn() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        Directory leaving = new Directory(List.of(
                Somebody.called("ana").build(),
                Somebody.called("cal").leavesAt(noon).build()));

        assertThat(leaving.leaver("cal", noon.minusSeconds(1))).isEmpty();
        assertThat(leaving.leaver("cal", noon)).isPresent();
        assertThat(leaving.leaver("CAL@example.com", noon)).isPresent();
        assertThat(leaving.leaver("ana", noon)).isEmpty();
        assertThat(leaving.leaver("renewal-forecast", noon)).as("a service").isEmpty();
    }

    @Test
    void aLoginIsAStaffIdBeforeItIsAnEmailAddress() {
        Directory mixed = new Directory(List.of(
                Somebody.called("ana").build(),
                Somebody.called("ana@example.com").build()));

        assertThat(mixed.login("ana@example.com")).map(StaffMember::staffId).contains("ana@example.com");
        assertThat(directory.login("ANA@example.com")).map(StaffMember::staffId).contains("ana");
        assertThat(directory.login("stranger@example.com")).isEmpty();
    }

    @Test
    void aTeamIsWhoeverHasThemAboveAndThemselves() {
        assertThat(directory.teamOf("lea"))
                .extracting(StaffMember::staffId)
                .containsExactlyInAnyOrder("lea", "ana", "ben", "eve");
        assertThat(directory.teamOf("vera")).hasSameSizeAs(directory.people());
        assertThat(directory.teamOf("ana")).extracting(StaffMember::staffId).containsExactly("ana");
        assertThat(directory.teamOf("stranger")).isEmpty();
    }
}
