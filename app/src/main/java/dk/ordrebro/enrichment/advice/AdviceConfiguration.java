package dk.ordrebro.enrichment.advice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdviceConfiguration {

    @Bean
    TemplateAdvice templateAdvice() {
        return TemplateAdvice.bundled();
    }
}
