package io.playcaller.router.bounce;

import io.playcaller.router.delivery.mail.Letter;
import io.playcaller.router.digital.SendResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server reports of a letter that another had taken (RFC 3464).
 *
 * @param delivery of our ledger, where the letter was for one of our people
 * @param message where it may have been one to somebody of a customer
 * @param to the address that it was for, as we had written it; empty where the report does not say
 * @param failed whether it was given up: not where it is late, or where it arrived
 * @param status of RFC 3463, such as {@code 5.1.1}
 * @param words of the server, without addresses
 */
public record BounceReport(
        Optional<UUID> delivery, Optional<UUID> message, String to, boolean failed, String status, String words) {

    private static final Set<String> ORIGINAL =
            Set.of("message/rfc822", "text/rfc822-headers", "message/global-headers");

    /** Of RFC 3463 and RFC 7505: no such mailbox, no such place, not a name of one, moved, takes no mail, switched off. */
    private static final Set<String> NO_MAILBOX =
            Set.of("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1");

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final int LONGEST = 500;

    /** Empty when it is none. */
    public static Optional<BounceReport> read(String text) {
        MailPart mail = MailPart.of(text);
        List<MailPart> parts = mail.type().equals("multipart/report") ? mail.parts() : List.of();
        MailPart original = parts.stream()
                .filter(part -> ORIGINAL.contains(part.type()))
                .map(part -> MailPart.of(part.body()))
                .findFirst()
                .orElse(MailPart.of(""));
        return parts.stream()
                .filter(part -> part.type().equals("message/delivery-status"))
                .findFirst()
                .map(status -> of(original, recipient(status)));
    }

    /** A letter of ours is for one: of its groups of fields the first that says what became of a recipient. */
    private static MailPart recipient(MailPart status) {
        return List.of(status.body().split("\n\\s*\n")).stream()
                .map(MailPart::of)
                .filter(group -> group.field("action").isPresent())
                .findFirst()
                .orElse(MailPart.of(""));
    }

    private static BounceReport of(MailPart original, MailPart recipient) {
        Matcher status = STATUS.matcher(recipient.field("status").orElse(""));
        return new BounceReport(
                original.field(Letter.DELIVERY.toLowerCase(Locale.ROOT)).flatMap(BounceReport::id),
                original.field("message-id")
                        .map(id -> id.replaceAll("^<|@.*$", ""))
                        .flatMap(BounceReport::id),
                original.field("to").orElse("").replaceAll(".*<|>.*", "").strip(),
                recipient
                        .field("action")
                        .filter(action -> action.equalsIgnoreCase("failed"))
                        .isPresent(),
                status.find() ? status.group() : "5.0.0",
                words(recipient.field("diagnostic-code").orElse("")));
    }

    private static Optional<UUID> id(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static String words(String diagnostic) {
        String said = SendResult.withoutAddresses(diagnostic.replaceAll("\\p{Cntrl}+", " "))
                .replaceFirst("^\\s*smtp\\s*;\\s*", "");
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }

    /** Whether the address takes no mail at all; other refusals say nothing of it. */
    public boolean isOfTheMailbox() {
        return NO_MAILBOX.contains(status);
    }

    /** For people. */
    public String sentence() {
        return "It came back (%s)%s".formatted(status, words.isBlank() ? "." : ": " + words);
    }
}
