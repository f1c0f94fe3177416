package dk.ordrebro.api;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final int callsPerSecond;
    private final InstantSource clock;

    ApiConfiguration(@Value("${ordrebro.api.calls-per-second:200}") int callsPerSecond, InstantSource clock) {
        this.callsPerSecond = callsPerSecond;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RateLimit(callsPerSecond, clock)).addPathPatterns("/api/**");
    }
}
