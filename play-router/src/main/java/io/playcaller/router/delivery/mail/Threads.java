package io.playcaller.router.delivery.mail;

import io.playcaller.contracts.Ids;
import io.playcaller.router.delivery.person.TaskNote;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Headers by which mail programs know what belongs together and what a machine wrote. The ids follow from the task, so that a
 * letter that is sent twice is the same letter.
 *
 * @param domain of the sender
 */
public record Threads(String domain) {

    /** @param from address of the sender, with or without a name */
    public static Threads ofSender(String from) {
        String address = from.replaceAll(".*<|>.*", "").strip();
        return new Threads(address.substring(address.indexOf('@') + 1));
    }

    Map<String, String> of(TaskNote note, String staffId) {
        String root = id(note.taskId() + "." + mailbox(staffId));
        return note.first()
                ? with(Map.of("Message-ID", root))
                : with(Map.of(
                        "Message-ID", id(note.taskId() + "." + note.rev() + "." + mailbox(staffId)),
                        "In-Reply-To", root,
                        "References", root));
    }

    Map<String, String> of(LocalDate day, String staffId) {
        return with(Map.of("Message-ID", id("digest." + day + "." + mailbox(staffId))));
    }

    Map<String, String> of(UUID noticeId, String staffId) {
        return with(Map.of("Message-ID", id(noticeId + "." + mailbox(staffId))));
    }

    private Map<String, String> with(Map<String, String> ids) {
        Map<String, String> headers = new HashMap<>(ids);
        headers.put("List-Id", "Playcaller <playcaller." + domain + ">");
        headers.put("Auto-Submitted", "auto-generated");
        return headers;
    }

    private String id(String local) {
        return "<" + local + "@" + domain + ">";
    }

    /** A staff id is any text; in an id of a letter some of it may not stand. */
    private static String mailbox(String staffId) {
        return staffId.matches("[A-Za-z0-9_-]+")
                ? staffId
                : Ids.derived("mailbox", staffId).toString();
    }
}
