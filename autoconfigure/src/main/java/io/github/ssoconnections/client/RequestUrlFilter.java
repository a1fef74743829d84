// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationView;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;

/**
 * Shows the template of the path in place of the URL in observations of requests to
 * vendors: ids, domains, e-mail addresses and tickets of users are in paths and queries.
 */
public final class RequestUrlFilter implements ObservationFilter {

	private static final String URL = "http.url";

	@Override
	public Observation.Context map(Observation.Context context) {
		if (context instanceof ClientRequestObservationContext request && isOfOperation(request)
				&& context.getHighCardinalityKeyValue(URL) != null) {
			context.addHighCardinalityKeyValue(KeyValue.of(URL, url(request)));
		}
		return context;
	}

	private static boolean isOfOperation(ClientRequestObservationContext request) {
		ObservationView parent = request.getParentObservation();
		return parent != null && parent.getContextView() instanceof ApiObservationContext
				&& request.getUriTemplate() != null;
	}

	private static String url(ClientRequestObservationContext context) {
		ClientRequest request = context.getRequest();
		if (request == null) {
			return KeyValue.NONE_VALUE;
		}
		URI url = request.url();
		return url.getScheme() + "://" + url.getRawAuthority() + context.getUriTemplate();
	}

}
