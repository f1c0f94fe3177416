package dk.ordrebro.mail;

import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The mail server of this installation. Not a bean of Spring's own type, so that a mail server that is down does not make the program look ill.
 */
final class MailServer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SMTP = 25;
    private static final int SMTPS = 465;

    private final JavaMailSenderImpl sender;
    private final String from;

    private MailServer(JavaMailSenderImpl sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    /**
     * @param url {@code smtp://host:port}, which goes over to TLS where the server offers it, or {@code smtps://host:port}
     * @param user empty for a server that asks for none
     * @param from the address letters come from
     */
    static MailServer of(String url, String user, String password, String from) {
        URI server = URI.create(url);
        boolean tls = "smtps".equals(server.getScheme());
        if (server.getHost() == null || !(tls || "smtp".equals(server.getScheme()))) {
            throw new IllegalArgumentException(
                    "ORDREBRO_SMTP_URL must look like smtp://mail.example.com:587 or smtps://mail.example.com:465");
        }
        if (from.isBlank()) {
            throw new IllegalArgumentException("ORDREBRO_SMTP_URL is set: ORDREBRO_SMTP_FROM must be set too");
        }
        var sender = new JavaMailSenderImpl();
        sender.setProtocol(server.getScheme());
        sender.setHost(server.getHost());
        sender.setPort(server.getPort() > 0 ? server.getPort() : tls ? SMTPS : SMTP);
        sender.setDefaultEncoding("UTF-8");
        if (!user.isBlank()) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        sender.setJavaMailProperties(properties("mail." + server.getScheme() + ".", !user.isBlank()));
        return new MailServer(sender, from);
    }

    private static Properties properties(String prefix, boolean signsIn) {
        String millis = Long.toString(PATIENCE.toMillis());
        var properties = new Properties();
        properties.setProperty(prefix + "auth", Boolean.toString(signsIn));
        properties.setProperty(prefix + "starttls.enable", "true");
        // The name on the certificate must be the one we asked for.
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        return properties;
    }

    /** @throws org.springframework.mail.MailException when the server does not take it */
    void send(Mail mail) {
        var letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(mail.to());
        letter.setSubject(mail.subject());
        letter.setText(mail.text());
        sender.send(letter);
    }
}
