package dk.ordrebro.web;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Languages, texts and static files of the pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Practice.class)
class WebConfiguration implements WebMvcConfigurer {

    static final Locale DANISH = Locale.of("da");

    @Bean
    MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource() {
            @Override
            protected @Nullable String getMessageInternal(
                    @Nullable String code, Object @Nullable [] facts, @Nullable Locale locale) {
                String text = super.getMessageInternal(code, facts, locale);
                // An amount that ends a sentence brings its own full stop.
                return text == null ? null : text.replace("kr..", "kr.");
            }
        };
        texts.setBasenames(TextBundles.names());
        texts.setDefaultEncoding("UTF-8");
        // The machine's language is nobody's choice.
        texts.setFallbackToSystemLocale(false);
        // Otherwise a text's rules for quotes would depend on whether it has facts.
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    /** Danish until the reader chooses otherwise; whatever language the browser asks for, the bookkeeper's words are Danish. */
    @Bean
    LocaleResolver localeResolver() {
        var cookie = new CookieLocaleResolver("ordrebro-language");
        cookie.setDefaultLocale(DANISH);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieSameSite("Lax");
        cookie.setCookieHttpOnly(true);
        return cookie;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new LanguageChoice());
    }

    /** Days are read and shown in one way on every page, of which the API's dates are a case; a field left empty names nothing. */
    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(new NoIdentifier());
        formats.addFormatter(new DayFormat());
        formats.addFormatterForFieldAnnotation(new DayFormat());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(1, TimeUnit.HOURS).cachePublic());
        files.addResourceHandler("/guide/images/**")
                .addResourceLocations("classpath:/guide/images/")
                .setCacheControl(CacheControl.maxAge(1, TimeUnit.HOURS).cachePublic());
    }
}
