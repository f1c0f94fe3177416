package dk.ordrebro.web.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What the settings pages are told from outside. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Billy.class)
class SettingsConfiguration {}
