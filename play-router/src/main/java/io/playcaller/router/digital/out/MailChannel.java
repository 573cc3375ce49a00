package io.playcaller.router.digital.out;

import io.playcaller.router.config.DigitalMailConfig;
import io.playcaller.router.config.PlayRouterConfig;
import io.playcaller.router.delivery.mail.Threads;
import io.playcaller.router.digital.ChannelKind;
import io.playcaller.router.digital.Parcel;
import io.playcaller.router.digital.SendResult;
import io.playcaller.router.digital.app.MessageChannel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Mails to people of customers, each with the way out that mail programs show as a button (RFC 2369, RFC 8058). */
@ApplicationScoped
public class MailChannel implements MessageChannel {

    private static final String FOOTER = "%s%n%n-- %nNo more of these messages: %s%n";

    /** Of RFC 5321: no such mailbox, not here, not a name of one. */
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    /** Of RFC 3463: the server refuses whoever sends, or how, with whatever code; about the mailbox it says nothing. */
    private static final Pattern ABOUT_THE_SENDER = Pattern.compile("\\b5\\.7\\.\\d{1,3}\\b");

    private static final int FIRST_REFUSAL = 400;
    private static final int ABOUT_THE_LETTER = 550;

    private final DigitalMailConfig config;
    private final ReactiveMailer mailer;
    private final Threads sender;

    MailChannel(PlayRouterConfig config, ReactiveMailer mailer) {
        this.config = config.digital().mail();
        this.mailer = mailer;
        this.sender = Threads.ofSender(this.config.from().orElse(""));
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MAIL;
    }

    @Override
    public boolean isReady() {
        return config.from().isPresent();
    }

    @Override
    public Duration timeout() {
        return config.timeout();
    }

    @Override
    public Uni<SendResult> send(Parcel parcel) {
        Mail mail = Mail.withText(
                        parcel.email(),
                        parcel.text().subject(),
                        FOOTER.formatted(parcel.text().text().strip(), parcel.wayOut()))
                .setFrom(config.from().orElseThrow())
                .addHeader("Message-ID", "<" + parcel.message().messageId() + "@" + sender.domain() + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + parcel.wayOut() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return mailer.send(mail)
                .replaceWith((SendResult) new SendResult.Sent())
                .onFailure()
                .recoverWithItem(MailChannel::result);
    }

    /** Only where the server said no, or was never reached, is it sure that it has nothing. */
    static SendResult result(Throwable failure) {
        String because = SendResult.withoutAddresses(
                Objects.requireNonNullElse(failure.getMessage(), "the connection was lost"));
        if (failure instanceof SMTPException refused && refused.getReplyCode() >= FIRST_REFUSAL) {
            boolean aboutTheSender = ABOUT_THE_SENDER.matcher(because).find();
            if (NO_MAILBOX.contains(refused.getReplyCode()) && !aboutTheSender) {
                return new SendResult.Bounced(because);
            }
            return refused.getReplyCode() >= ABOUT_THE_LETTER
                    ? new SendResult.Refused(because)
                    : new SendResult.NotTaken(because, Optional.empty());
        }
        return failure instanceof ConnectException || failure instanceof UnknownHostException
                ? new SendResult.NotTaken(because, Optional.empty())
                : new SendResult.Lost(because);
    }
}
