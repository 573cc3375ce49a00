package io.playcaller.router.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.Digest.Morning;
import io.playcaller.router.delivery.person.Digest.Told;
import io.playcaller.router.delivery.person.TaskNote;
import io.playcaller.router.delivery.person.TaskSteps;
import io.playcaller.router.task.Task;
import io.playcaller.router.task.TaskDecision.Changed;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LetterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Pattern LINK = Pattern.compile("https://work\\.example/v1/links/(\\S+)");

    private final LinkKeys keys = LinkKeys.parse(Base64.getEncoder().encodeToString(new byte[32]), Optional.empty());
    private final Threads threads = Threads.ofSender("Playcaller <tasks@work.example>");
    private final Reader ana = reader(Optional.of(new Links(URI.create("https://work.example/"), keys)));
    private final Changed created = TaskSteps.created();
    private final Task task = created.after();

    @Test
    void aNewTaskComesWithLinksThatAreItsPersonsForSevenDays() {
        Letter letter = letter(created, ana);

        assertThat(letter.to()).isEqualTo("ana@example.com");
        assertThat(LINK.matcher(letter.text()).results().map(LetterTest::token))
                .map(token -> keys.read(token).orElseThrow())
                .allMatch(link -> link.staffId().equals("ana") && link.taskId().equals(task.taskId()))
                .allMatch(link -> link.expires().equals(Instant.parse("2026-03-09T10:00:00Z")))
                .extracting(ActionLink::act)
                .containsExactly(ActionLink.Act.values());
        assertThat(letter.html()).contains(">Acknowledge</a>");
    }

    @Test
    void laterLettersOfATaskAreAnswersToItsFirst() {
        Letter first = letter(created, ana);
        Letter later = letter(TaskSteps.acknowledged(task, "ana", null), ana);

        assertThat(first.headers().get("Message-ID")).isEqualTo("<" + task.taskId() + ".ana@work.example>");
        assertThat(later.headers().get("In-Reply-To")).isEqualTo(first.headers().get("Message-ID"));
        assertThat(later.headers().get("Message-ID"))
                .isNotEqualTo(first.headers().get("Message-ID"));
        assertThat(later.subject()).isEqualTo(first.subject());
        assertThat(first.headers())
                .containsEntry("Auto-Submitted", "auto-generated")
                .containsEntry("List-Id", "Playcaller <playcaller.work.example>");
    }

    @Test
    void theSameLetterIsWrittenTheSameWhenItIsSentAgain() {
        assertThat(letter(created, ana)).isEqualTo(letter(created, ana));
    }

    @Test
    void timesAreThoseOfItsReader() {
        assertThat(letter(created, ana).text()).containsPattern("Accept by .* CET");
    }

    @Test
    void ofATaskThatEndedNothingCanBeDone() {
        assertThat(letter(TaskSteps.completed(task), ana).text()).doesNotContain("/v1/links/");
    }

    @Test
    void withoutLinksALetterSaysTheSameAndActsNothing() {
        String text = letter(created, reader(Optional.empty())).text();

        assertThat(text)
                .contains(task.order().ask())
                .doesNotContain("/v1/links/")
                .doesNotContain("The links act");
    }

    @Test
    void howOftenItsReasonWasRightStandsInIt() {
        TaskNote note = TaskNote.of(created, TaskSteps.judged());

        assertThat(TaskLetter.of(note, ana, threads).text())
                .contains("This reason was right 3 of 4 times in 180 days.");
        assertThat(letter(created, ana).text()).doesNotContain("times in 180 days");
    }

    @Test
    void noWordOfAFactIsMarkupOrAHeader() {
        TaskNote note = TaskNote.of(created, TaskSteps.background());
        TaskNote hostile = new TaskNote(
                note.taskId(),
                1,
                true,
                note.state(),
                "Drop\r\nBcc: all@example.com",
                note.ask(),
                "<b>Acme</b>",
                "high",
                "<script>alert(1)</script>",
                note.sentence(),
                note.precision(),
                List.of("<img src=x>"),
                null,
                "",
                note.why(),
                note.due());

        Letter letter = TaskLetter.of(hostile, ana, threads);

        assertThat(letter.subject()).isEqualTo("Drop Bcc: all@example.com: <b>Acme</b>");
        assertThat(letter.html()).doesNotContain("<script>", "<img", "<b>").contains("&lt;script&gt;");
    }

    @Test
    void aDigestSaysEachTaskWithTimeLeftAndWhatWasNotTold() {
        Told told = new Told(task.taskId(), "An older task", "Recovered by itself.");
        Digest digest = Digest.of(
                new Morning(LocalDate.of(2026, 3, 2), NOW, null, TaskSteps.always()), List.of(task), List.of(told));

        Letter letter = DigestLetter.of(digest, ana, threads);

        assertThat(letter.subject()).isEqualTo("Your day: 1 task");
        assertThat(letter.text())
                .contains("NEW", task.order().title(), "EUR 50,000", " left to accept")
                .contains("SINCE THE LAST DIGEST", "An older task: Recovered by itself.");
        assertThat(letter.headers().get("Message-ID")).isEqualTo("<digest.2026-03-02.ana@work.example>");
    }

    private Letter letter(Changed step, Reader reader) {
        return TaskLetter.of(TaskNote.of(step, TaskSteps.background()), reader, threads);
    }

    private static String token(MatchResult link) {
        return link.group(1);
    }

    private static Reader reader(Optional<Links> links) {
        return new Reader(
                TaskSteps.background().directory().person("ana").orElseThrow(), ZoneId.of("Europe/Berlin"), links, NOW);
    }
}
