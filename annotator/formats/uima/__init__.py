"""UIMA CAS, as XMI and as JSON, and the projects of INCEpTION made of them."""
