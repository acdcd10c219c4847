"""Prints what AWS SAM makes of the template that is named, as JSON, with the translator that CloudFormation itself uses."""
import json
import sys

try:
    from cfnlint.decode import cfn_yaml
    from samtranslator.parser import parser
    from samtranslator.translator import translator
except ImportError as missing:
    print(missing, file=sys.stderr)
    sys.exit(64)


def plain(node):
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return str(node) if isinstance(node, str) else node


template = plain(cfn_yaml.load(sys.argv[1]))
for resource in template["Resources"].values():
    # CloudFormation sees the template after the artifacts were uploaded.
    if resource["Type"] == "AWS::Serverless::Function":
        resource["Properties"]["CodeUri"] = "s3://artifacts/" + resource["Properties"]["CodeUri"]
values = {"Domain": "lists.example.org", "OwnerEmail": "owner@example.org", "SiteHost": "", "SiteCertificateArn": "", "Senders": 2, "Window": 10}
print(json.dumps(translator.Translator({}, parser.Parser()).translate(template, values, {}), default=str))
