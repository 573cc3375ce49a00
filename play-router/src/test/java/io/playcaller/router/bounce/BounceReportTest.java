package io.playcaller.router.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BounceReportTest {

    private static final UUID MESSAGE = UUID.fromString("0a2b3c4d-5e6f-4a8b-9c0d-1e2f3a4b5c6d");

    @Test
    void aReportNamesTheMessageTheAddressAndWhy() {
        BounceReport report =
                BounceReport.read(Reports.of(MESSAGE, "failed", "5.1.1")).orElseThrow();

        assertThat(report.message()).contains(MESSAGE);
        assertThat(report.delivery()).isEmpty();
        assertThat(report.to()).isEqualTo("pia@customer.example");
        assertThat(report.failed()).isTrue();
        assertThat(report.isOfTheMailbox()).isTrue();
        assertThat(report.sentence())
                .isEqualTo("It came back (5.1.1): 550 5.1.1 <…> User unknown in virtual mailbox table");
    }

    @Test
    void linesMayEndAsOnTheWire() {
        String wire = Reports.of(MESSAGE, "failed", "5.1.1").replace("\n", "\r\n");

        assertThat(BounceReport.read(wire)).isEqualTo(BounceReport.read(Reports.of(MESSAGE, "failed", "5.1.1")));
    }

    @Test
    void aLetterToOurPeopleIsNamedByItsDelivery() {
        UUID delivery = UUID.fromString("11111111-2222-3333-4444-555555555555");
        String text = Reports.of(MESSAGE, "failed", "5.1.1")
                .replace(
                        "Message-ID: <" + MESSAGE + "@",
                        "X-Playcaller-Delivery: " + delivery + "\nMessage-ID: <t.7.ana@");

        BounceReport report = BounceReport.read(text).orElseThrow();

        assertThat(report.delivery()).contains(delivery);
        assertThat(report.message()).isEmpty();
    }

    @Test
    void whatIsLateWasNotGivenUp() {
        assertThat(BounceReport.read(Reports.of(MESSAGE, "delayed", "4.4.1"))
                        .orElseThrow()
                        .failed())
                .isFalse();
    }

    @Test
    void aFullMailboxAndARefusedSenderSayNothingOfTheAddress() {
        assertThat(BounceReport.read(Reports.of(MESSAGE, "failed", "5.2.2"))
                        .orElseThrow()
                        .isOfTheMailbox())
                .isFalse();
        assertThat(BounceReport.read(Reports.of(MESSAGE, "failed", "5.7.1"))
                        .orElseThrow()
                        .isOfTheMailbox())
                .isFalse();
    }

    @Test
    void anotherMailIsNoReport() {
        assertThat(BounceReport.read("Subject: I am away\nContent-Type: text/plain\n\nUntil Monday."))
                .isEmpty();
        assertThat(BounceReport.read("Content-Type: multipart/report; boundary=b\n\n--b\n\nNothing.\n--b--\n"))
                .isEmpty();
        assertThat(BounceReport.read("")).isEmpty();
    }

    @Test
    void aReportWithoutTheLetterNamesNone() {
        String text = Reports.of(MESSAGE, "failed", "5.1.1").replace("message/rfc822", "application/octet-stream");

        BounceReport report = BounceReport.read(text).orElseThrow();

        assertThat(report.message()).isEmpty();
        assertThat(report.to()).isEmpty();
    }
}
