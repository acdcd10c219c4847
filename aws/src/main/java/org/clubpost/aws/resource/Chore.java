package org.clubpost.aws.resource;

import java.util.Map;

/**
 * The work behind one type of custom resource. Either method may be called again for the same resource; then it changes
 * nothing.
 */
public interface Chore {

    /**
     * Makes the resource, or brings it up to date.
     *
     * @param properties as the template gives them
     */
    Made make(Properties properties);

    /**
     * Removes the resource, as far as it is ours and holds nothing that anybody would miss.
     *
     * @param id its {@link Made#id}; any text at all when it was never made
     * @param properties as the template gave them
     */
    void remove(String id, Properties properties);

    /**
     * What was made.
     *
     * @param id what CloudFormation remembers it by; when it changes, CloudFormation has the old one removed
     * @param attributes what the template can ask for with {@code GetAtt}
     * @param isSecret whether CloudFormation must show the attributes to nobody
     */
    record Made(String id, Map<String, String> attributes, boolean isSecret) {

        /** With attributes that anybody may see. */
        public Made(String id, Map<String, String> attributes) {
            this(id, attributes, false);
        }

        /** Copies what it is given. */
        public Made {
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * What the template says about a resource.
     *
     * @param texts by name
     */
    record Properties(Map<String, String> texts) {

        /** Copies what it is given. */
        public Properties {
            texts = Map.copyOf(texts);
        }

        /**
         * The property of that name.
         *
         * @throws IllegalArgumentException when the template does not give it
         */
        public String text(String name) {
            var text = texts.getOrDefault(name, "");
            if (text.isEmpty()) {
                throw new IllegalArgumentException("the property " + name + " is missing");
            }
            return text;
        }
    }
}
